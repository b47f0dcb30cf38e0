import type { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import type { Program } from "@/lib/program/schemas";
import { validityLines } from "./expiry-lines";
import { countingLines, exclusionLines, paymentLines } from "./sheet-terms";
import { tierLines } from "./tier-lines";

export interface SheetPart {
  key: "earning" | "activities" | "rewards" | "tiers" | "lasting" | "counting";
  title: string;
  lines: { key: string; text: string }[];
  /** A price list: what it is, and what it costs. */
  prices?: { key: string; label: string; figure: string; note?: string; derived?: boolean }[];
}

interface Said {
  key: string;
  sentence: string;
}

export interface SheetWords {
  t: ReturnType<typeof useTranslations<"sheet">>;
  expiry: ReturnType<typeof useTranslations<"expiry.says">>;
  tiers: ReturnType<typeof useTranslations<"tiers.says">>;
  locale: string;
  points: PointsName;
  /** What nobody earns more than, in the reader's words. */
  cap: (cap: Program["earning"]["caps"][number]) => string;
  money: (amount: number) => string;
  list: (names: readonly string[]) => string;
}

/** A whole program by what a customer asks: how do I get points, what for, what do I become, how long do they last. */
export function sheetParts(
  {
    content,
    rules,
    activities,
    conditions,
  }: Record<"rules" | "activities" | "conditions", readonly Said[]> & { content: Program },
  words: SheetWords,
): SheetPart[] {
  const { t, expiry, points } = words;
  const { many: word } = points;
  const said = (sentences: readonly Said[]) =>
    sentences.map(({ key, sentence }) => ({ key, text: sentence }));
  const parts: Omit<SheetPart, "title">[] = [
    {
      key: "earning",
      lines: [
        ...said(rules),
        ...exclusionLines(content, words),
        ...content.earning.caps.map((cap) => ({ key: cap.per, text: words.cap(cap) })),
      ],
    },
    { key: "activities", lines: said(activities) },
    {
      key: "rewards",
      lines: paymentLines(content, words),
      prices: content.rewards.flatMap((reward) => prices(reward, { ...content, conditions }, words)),
    },
    {
      key: "tiers",
      lines: tierLines(content, { ...words, points: points.count, t: words.tiers }),
    },
    { key: "lasting", lines: [...validityLines(content, expiry, points), ...toldLine(content, words)] },
    { key: "counting", lines: countingLines(content, words) },
  ];
  return parts
    .filter(({ lines, prices: list }) => lines.length > 0 || (list?.length ?? 0) > 0)
    .map((part) => ({ ...part, title: t(`part.${part.key}`, { word }) }));
}

function toldLine({ expiry, warnings }: Program, { t, expiry: say, list }: SheetWords) {
  if (expiry.kind === "never" || warnings.days.length === 0) return [];
  const days = warnings.days.toSorted((a, b) => b - a).map((count) => say("day", { days: count }));
  return [{ key: "told", text: t("told", { days: list(days) }) }];
}

function prices(
  reward: Program["rewards"][number],
  { tiers, conditions }: Pick<Program, "tiers"> & { conditions: readonly Said[] },
  { t, points, list }: SheetWords,
): NonNullable<SheetPart["prices"]> {
  const { key, name, description, price } = reward;
  const nameOf = (tier: string) => tiers.find((one) => one.key === tier)?.name ?? tier;
  const condition = conditions.find((one) => one.key === key)?.sentence;
  const noteOf = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" ") || undefined;
  const note = noteOf(description, condition);
  if (price.kind === "granted") {
    const given = t("given", { occasions: list(price.on.map((occasion) => t(`on.${occasion}`))) });
    return [{ key, label: name, figure: t("free"), note: noteOf(given, description, condition) }];
  }
  const ofTiers = (price.tiers ?? []).map((one) => ({
    key: `${key} ${one.tier}`,
    label: t("forTier", { tier: nameOf(one.tier) }),
    figure: one.points === 0 ? t("free") : points.count(one.points),
    derived: true,
  }));
  return [{ key, label: name, figure: points.count(price.points), note }, ...ofTiers];
}
