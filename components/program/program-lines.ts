import type { useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import type { Program } from "@/lib/program/schemas";
import { namePoints } from "../merchant/points-name";
import { pointsWords } from "../merchant/points-words";
import type { ProgramLine } from "./diff-lines";
import { expiryLines } from "./expiry-lines";
import { tierLines } from "./tier-lines";

export interface SayContext {
  t: ReturnType<typeof useTranslations<"rules.says">>;
  expiry: ReturnType<typeof useTranslations<"expiry.says">>;
  tiers: ReturnType<typeof useTranslations<"tiers.says">>;
  /** "point" or "points", where the shop has no word of its own. */
  word: (count: number) => string;
  locale: string;
  currency: string;
  pointName: { one: string; other: string } | null;
}

export interface ProgramLines {
  rules: ProgramLine[];
  caps: ProgramLine[];
  productTypes: ProgramLine[];
  tiers: ProgramLine[];
  activities: ProgramLine[];
  rewards: ProgramLine[];
  expiry: ProgramLine[];
  settings: ProgramLine[];
}

/** A whole program as sentences, so that it can be read aloud and two versions of it compared. */
export function programLines(
  program: Program,
  sentences: Record<string, string>,
  context: SayContext,
): ProgramLines {
  const { t } = context;
  return {
    rules: program.earning.rules.map(({ key, name }) => ({
      key,
      text: t("rule", { name, sentence: sentences[key] ?? "" }),
    })),
    caps: capLines(program, context),
    productTypes: program.productTypes.map(({ key, name, excluded }) => ({
      key,
      text: t(excluded ? "typeExcluded" : "type", { name }),
      isPlaced: true,
    })),
    tiers: tierLines(program, {
      t: context.tiers,
      locale: context.locale,
      points: (count) => say(count, context),
      money: (amount) => formatMoney(amount, context.currency, context.locale, { trim: true }),
    }),
    activities: program.activities.map(({ key, name }) => ({
      key,
      text: sentences[`activity:${key}`] ?? name,
      isPlaced: true,
    })),
    rewards: program.rewards.flatMap((reward) => rewardLines(reward, sentences, t)),
    expiry: expiryLines(
      program,
      context.expiry,
      namePoints(context.pointName, context.locale, context.word),
      context.locale,
    ),
    settings: settingLines(program, context),
  };
}

/** A reward's sentence, and what else members read and see of it. */
function rewardLines(
  { key, name, description, terms, picture }: Program["rewards"][number],
  sentences: Record<string, string>,
  t: SayContext["t"],
): ProgramLine[] {
  const more = (what: "description" | "terms", text: string | undefined): ProgramLine[] =>
    text === undefined ? [] : [{ key: `${key}:${what}`, text: t(`reward.${what}`, { name, text }) }];
  return [
    { key, text: sentences[`reward:${key}`] ?? "", isPlaced: true },
    ...more("description", description),
    ...more("terms", terms),
    ...(picture === undefined
      ? []
      : [{ key: `${key}:picture`, text: t("reward.picture", { name }), mark: picture }]),
  ];
}

export const capLines = (program: Program, context: SayContext): ProgramLine[] =>
  program.earning.caps.map(({ per, points }) => ({
    key: per,
    text: context.t(`cap.${per}`, { points: say(points, context) }),
  }));

function settingLines(program: Program, context: SayContext): ProgramLine[] {
  const { t, currency, locale } = context;
  const { earning, refunds, pointValue, enrolment, gifts, adjustments } = program;
  return [
    { key: "stacking", text: t(`stacking.${earning.stacking}`) },
    { key: "rounding", text: t(`rounding.${earning.rounding}`) },
    { key: "tax", text: t(`tax.${earning.basis.tax}`) },
    { key: "discounts", text: t(`discounts.${earning.basis.discounts}`) },
    { key: "hold", text: t("hold", { days: earning.holdDays }) },
    { key: "refunds", text: t(`refunds.${refunds.policy}`) },
    { key: "grace", text: t("grace", { days: refunds.graceDays }) },
    {
      key: "value",
      text: t("value", {
        points: say(pointValue.points, context),
        amount: formatMoney(pointValue.amount, currency, locale),
      }),
    },
    ...paymentLines(program, context),
    { key: "universal", text: t(enrolment.universalDefault ? "universalOn" : "universalOff") },
    { key: "gifts", text: gifts.enabled ? t("giftsOn", { days: gifts.acceptDays }) : t("giftsOff") },
    { key: "approval", text: t("approval", { points: say(adjustments.approvalAbove, context) }) },
  ];
}

function paymentLines({ payment }: Program, context: SayContext): ProgramLine[] {
  const { t, locale } = context;
  if (!payment.enabled) return [{ key: "payment", text: t("paymentOff") }];
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  return [
    {
      key: "payment",
      text: t("payment", {
        share: share.format(payment.share / 10_000),
        minimum: say(payment.minimum, context),
        multiple: payment.multiple,
      }),
    },
  ];
}

const say = (count: number, { locale, pointName, word }: SayContext): string =>
  pointsWords(count, { locale, pointName, word });
