import { pointsText } from "@/lib/earning/domain/rule-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { Gives, Reward } from "../schemas";
import { conditionClauses } from "./reward-conditions";
import { type NamingContext, nameIn, rewardWords } from "./reward-naming";

/** A reward as one sentence, built from what it is: "A filter coffee for 500 points, 400 from Gold on, once a month." */
export function rewardSentence(reward: Reward, context: NamingContext): string {
  const { locale, tiers } = context;
  const words = rewardWords[locale];
  const { price } = reward;
  const tierName = nameIn(tiers);
  const core =
    price.kind === "points"
      ? words.costs(reward.name, pointsText(price.points, context))
      : words.given(reward.name, price.on);
  const prices = price.kind === "points" ? (price.tiers ?? []) : [];
  return words.sentence(core, [
    ...prices.map((one) =>
      words.tierPrice(tierName(one.tier), one.points === 0 ? null : formatPoints(one.points, locale)),
    ),
    ...givesClauses(reward.gives, context),
    ...conditionClauses(reward, context, words.onlyTags),
    ...(reward.prepared || reward.gives.kind === "service" ? [words.prepared()] : []),
  ]);
}

function givesClauses(gives: Gives, { locale, currency }: NamingContext): string[] {
  const words = rewardWords[locale];
  const money = (minor: number) => formatMoney(minor, currency, locale, { trim: true });
  switch (gives.kind) {
    case "amountOff":
      return [words.amountOff(money(gives.amount))];
    case "percentOff": {
      const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
      const most = gives.upTo === undefined ? null : money(gives.upTo);
      return [words.percentOff(percent.format(gives.percent / 10_000), most)];
    }
    case "experience":
      return [words.evening()];
    case "donation":
      return [words.donation(money(gives.amount), gives.cause)];
    default:
      return [];
  }
}
