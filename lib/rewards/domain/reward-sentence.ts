import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { Gives, Reward } from "../schemas";
import { en } from "./words/en";
import { tr } from "./words/tr";
import type { RewardWords } from "./words/words";

const dictionaries: Record<"en" | "tr", RewardWords> = { en, tr };

interface NamingContext {
  locale: "en" | "tr";
  currency: string;
  productTypes: readonly { key: string; name: string }[];
  tiers: readonly { key: string; name: string }[];
}

/** A reward as one sentence, built from what it is: "A filter coffee for 500 points, 400 from Gold on, once a month." */
export function rewardSentence(reward: Reward, context: NamingContext): string {
  const { locale, tiers } = context;
  const words = dictionaries[locale];
  const { price } = reward;
  const points = (count: number) => words.points(formatPoints(count, locale), count);
  const tierName = nameIn(tiers);
  const core =
    price.kind === "points"
      ? words.costs(reward.name, points(price.points))
      : words.given(reward.name, price.on);
  const prices = price.kind === "points" ? (price.tiers ?? []) : [];
  return words.sentence(core, [
    ...prices.map((one) =>
      words.tierPrice(tierName(one.tier), one.points === 0 ? null : formatPoints(one.points, locale)),
    ),
    ...givesClauses(reward.gives, context),
    ...whoClauses(reward, context),
    ...(reward.limits ?? []).map(({ count, per }) => words.limit(count, per)),
    ...(reward.stock === undefined ? [] : [words.stock(formatPoints(reward.stock, locale))]),
    ...(reward.validDays === undefined ? [] : [words.valid(reward.validDays)]),
    ...(reward.prepared || reward.gives.kind === "service" ? [words.prepared()] : []),
  ]);
}

function givesClauses(gives: Gives, { locale, currency, productTypes }: NamingContext): string[] {
  const words = dictionaries[locale];
  const money = (minor: number) => formatMoney(minor, currency, locale, { trim: true });
  switch (gives.kind) {
    case "amountOff":
      return [words.amountOff(money(gives.amount)), ...basketClauses(gives)];
    case "percentOff": {
      const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
      const most = gives.upTo === undefined ? null : money(gives.upTo);
      return [words.percentOff(percent.format(gives.percent / 10_000), most), ...basketClauses(gives)];
    }
    case "donation":
      return [words.donation(money(gives.amount), gives.cause)];
    default:
      return [];
  }

  function basketClauses(off: { productTypes?: string[]; minimumSpend?: number }): string[] {
    return [
      ...(off.productTypes ? [words.ofTypes(words.list(off.productTypes.map(nameIn(productTypes))))] : []),
      ...(off.minimumSpend ? [words.minimum(money(off.minimumSpend))] : []),
    ];
  }
}

function whoClauses(reward: Reward, { locale, tiers }: NamingContext): string[] {
  const words = dictionaries[locale];
  const days = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "tr", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const dayText = (day: string | undefined) => (day === undefined ? null : days.format(new Date(day)));
  const { from, to } = reward.dates ?? {};
  return [
    ...(reward.tiers ? [words.onlyTiers(words.list(reward.tiers.map(nameIn(tiers))))] : []),
    ...(reward.tags ? [words.onlyTags(words.list(reward.tags))] : []),
    ...(from || to ? [words.dates(dayText(from), dayText(to))] : []),
    ...(reward.earlier ?? []).map((one) => words.earlier(nameIn(tiers)(one.tier), dayText(one.from) ?? "")),
  ];
}

const nameIn =
  (list: readonly { key: string; name: string }[]) =>
  (key: string): string =>
    list.find((one) => one.key === key)?.name ?? key;
