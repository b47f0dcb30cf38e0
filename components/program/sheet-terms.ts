import type { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import type { Program } from "@/lib/program/schemas";

interface TermWords {
  t: ReturnType<typeof useTranslations<"sheet">>;
  locale: string;
  points: PointsName;
  money: (amount: number) => string;
  list: (names: readonly string[]) => string;
}

interface Line {
  key: string;
  text: string;
}

/** What points are worth when they pay, and how far they do; nothing where they do not pay. */
export function paymentLines({ payment, pointValue }: Program, words: TermWords): Line[] {
  const { enabled, minimum, multiple, share } = payment;
  if (!enabled) return [];
  const { t, points, money } = words;
  const percent = new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 2 });
  const lines: (Line | null)[] = [
    {
      key: "worth",
      text: t("worth", { points: points.count(pointValue.points), amount: money(pointValue.amount) }),
    },
    minimum > 1 ? { key: "payFrom", text: t("payFrom", { points: points.count(minimum) }) } : null,
    multiple > 1 ? { key: "paySteps", text: t("paySteps", { points: points.count(multiple) }) } : null,
    share < 10_000
      ? { key: "payShare", text: t("payShare", { share: percent.format(share / 10_000) }) }
      : null,
    { key: "payEarns", text: t("payEarns") },
  ];
  return lines.filter((line) => line !== null);
}

/** What is sold and earns nothing. */
export function exclusionLines({ productTypes }: Program, { t, list }: TermWords): Line[] {
  const excluded = productTypes.filter((type) => type.excluded).map(({ name }) => name);
  return excluded.length === 0 ? [] : [{ key: "nothing", text: t("nothing", { types: list(excluded) }) }];
}

/** From when points may be spent, what a return does, and how long a gift waits. */
export function countingLines(program: Program, { t, points: { Many: Word } }: TermWords): Line[] {
  const { earning, activities, gifts, refunds } = program;
  const { holdDays: days } = earning;
  const holds = [...earning.rules, ...activities].map((one) => one.holdDays ?? days);
  const own = holds.some((one) => one !== days) ? "yes" : "no";
  return [
    { key: "hold", text: t("hold", { days, own, Word }) },
    { key: "returned", text: t("returned", { debt: refunds.policy === "debt" ? "yes" : "no" }) },
    ...(gifts.enabled ? [{ key: "gifts", text: t("gifts", { Word, days: gifts.acceptDays }) }] : []),
  ];
}
