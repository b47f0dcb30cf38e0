import type { useTranslations } from "next-intl";
import type { Program } from "@/lib/program/schemas";
import type { Tier } from "@/lib/tiers/schemas";
import type { ProgramLine } from "./diff-lines";

export interface TierWords {
  t: ReturnType<typeof useTranslations<"tiers.says">>;
  locale: string;
  points: (count: number) => string;
  money: (amount: number) => string;
}

type Ladder = Pick<Program, "tiers" | "qualification" | "rewards">;

/** The ladder in the words that manager and customer both read: a line each tier, then how is counted and how it ends. */
export function tierLines({ tiers, qualification, rewards }: Ladder, words: TierWords): ProgramLine[] {
  const nameOf = (key: string) => rewards.find((reward) => reward.key === key)?.name ?? key;
  const lines = tiers.map((tier) => ({ key: tier.key, text: tierText(tier, nameOf, words), isPlaced: true }));
  if (!tiers.some(({ needs }) => needs)) return lines;
  const { t } = words;
  const { window, graceDays, leaving } = qualification;
  const counting =
    window.kind === "rolling" ? t("window.rolling", { months: window.months }) : t(`window.${window.kind}`);
  return [
    ...lines,
    { key: "window", text: counting },
    ...(window.kind === "life"
      ? []
      : [{ key: "leaving", text: t(`leaving.${leaving}`, { days: graceDays }) }]),
  ];
}

function tierText(tier: Tier, nameOf: (reward: string) => string, words: TierWords): string {
  const { name, needs, benefits = [], rewards = [] } = tier;
  const { t, locale } = words;
  const all = new Intl.ListFormat(locale, { type: "conjunction" });
  return [
    needs ? t("reached", { name, needs: needsText(needs, words) }) : t("byHand", { name }),
    rewards.length > 0 ? t("gives", { rewards: all.format(rewards.map(nameOf)) }) : null,
    benefits.length > 0 ? t("benefits", { benefits: benefits.join("; ") }) : null,
  ]
    .filter(Boolean)
    .join(" ");
}

function needsText(needs: NonNullable<Tier["needs"]>, { t, locale, points, money }: TierWords): string {
  const said = [
    needs.spend === undefined ? null : t("spend", { amount: money(needs.spend) }),
    needs.points === undefined ? null : points(needs.points),
    needs.visits === undefined ? null : t("visits", { count: needs.visits }),
    needs.activities === undefined ? null : t("activities", { count: needs.activities }),
  ].filter((one) => one !== null);
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(said);
}
