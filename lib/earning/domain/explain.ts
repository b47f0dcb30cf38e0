import { formatMoney } from "@/lib/kernel/money";
import { formatPoints, type PointName } from "@/lib/kernel/points";
import type { Program, Rule } from "@/lib/program/schemas";
import {
  conditionWords,
  factorText,
  type NamingContext,
  pointsNoun,
  pointsText,
  productTypeName,
  productTypeTitle,
  type WordsLocale,
  wordsOf,
} from "./rule-words";
import type { ExplanationItem } from "./types";

export interface ExplanationContext extends NamingContext {
  /** Rules of the version that decided: with them, reasons are said in its conditions ("for coming before ten"). */
  rules?: readonly Rule[];
}

export interface ExplanationRow {
  label: string;
  points: number;
  /** Derived from the row above. */
  sub?: boolean;
}

export interface Explanation {
  /** "47 points: 32 for coffee, doubled for Gold; 10 for börek; 5 for coming before ten." */
  sentence: string;
  /** Rows of a price list that add up to the award. */
  rows: ExplanationRow[];
  /** What would have earned more, a sentence each. */
  missed: string[];
}

type Item<K extends ExplanationItem["kind"]> = Extract<ExplanationItem, { kind: K }>;

/** All that a published version knows about naming things. */
export const explanationContext = (
  program: Program,
  shop: { locale: WordsLocale; currency: string; pointName?: PointName | null },
): ExplanationContext => ({
  ...shop,
  productTypes: program.productTypes,
  tiers: program.tiers,
  rules: program.earning.rules,
});

/** An award in words, for the customer, the cashier and the owner alike. */
export function explainAward(items: readonly ExplanationItem[], context: ExplanationContext): Explanation {
  const words = wordsOf(context.locale);
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const clauses = orderedForReading(items).flatMap((group) => clauseOf(group, context) ?? []);
  return {
    sentence: words.sentence(pointsText(points, context), clauses),
    rows: orderedForReading(items).flatMap((group) =>
      group.map((item, index) => rowOf(item, index > 0, context)),
    ),
    missed: items.filter((item) => item.kind === "missed").map((item) => explainItem(item, context)),
  };
}

/** What belongs together, together: a product type's rate, then the multipliers of that type. */
function orderedForReading(items: readonly ExplanationItem[]): ExplanationItem[][] {
  const told = items.filter((item) => item.kind !== "missed");
  const isOf = (item: ExplanationItem, type: string) =>
    item.kind === "multiplier" && item.productType === type;
  const rated = new Set(told.filter((item) => item.kind === "rate").map((item) => item.productType));
  const activity = told.find((item) => item.kind === "activity");
  const multipliers = told.filter((item) => item.kind === "multiplier");
  return told.flatMap((item) => {
    // All that multiplies an activity multiplies that alone.
    if (item === activity) return [[item, ...multipliers]];
    if (activity && item.kind === "multiplier") return [];
    if (item.kind === "rate") return [[item, ...told.filter((other) => isOf(other, item.productType))]];
    return item.kind === "multiplier" && item.productType && rated.has(item.productType) ? [] : [[item]];
  });
}

function clauseOf(group: readonly ExplanationItem[], context: ExplanationContext): string | null {
  const [first, ...derived] = group;
  if (!first) return null;
  const words = wordsOf(context.locale);
  if (first.kind !== "rate" && first.kind !== "activity") return explainPart(first, context);
  const points = group.reduce((sum, item) => sum + item.points, 0);
  const figure = formatPoints(points, context.locale);
  const times = derived.flatMap((item) => (item.kind === "multiplier" ? timesOf(item, context) : []));
  if (first.kind === "activity") {
    if (points === 0) return words.counted(first.name);
    return [words.forReason(figure, words.quoted(first.name)), ...times].join(", ");
  }
  const type = productTypeName(first.productType, context);
  return points === 0 ? words.excluded(type) : [words.forType(figure, type), ...times].join(", ");
}

/** One line of an explanation as a sentence of its own: the `reason` of the API. */
export function explainItem(item: ExplanationItem, context: ExplanationContext): string {
  const whole = capital(explainPart(item, context), context);
  return whole.endsWith(".") ? whole : `${whole}.`;
}

/** How an explanation says why each rule gave more: "doubled for Gold", "for coming before ten". */
export function ruleReasons(
  program: Program,
  shop: Parameters<typeof explanationContext>[1],
): { key: string; reason: string }[] {
  const context = explanationContext(program, shop);
  return program.earning.rules.flatMap(({ key: rule, name, effect }) =>
    effect.kind === "rate"
      ? []
      : [{ key: rule, reason: explainPart({ ...effect, rule, name, points: 0 }, context) }],
  );
}

function explainPart(item: ExplanationItem, context: ExplanationContext): string {
  const { locale } = context;
  const words = wordsOf(locale);
  const figure = formatPoints(Math.abs(item.points), locale);
  switch (item.kind) {
    case "rate": {
      const type = productTypeName(item.productType, context);
      return item.points === 0
        ? words.excluded(type)
        : words.forAmount(figure, money(item.amount, context), type);
    }
    case "multiplier": {
      const times = timesOf(item, context);
      const signed = formatPoints(item.points, locale);
      if (item.productType === undefined) return words.more(signed, times);
      return words.moreForType(signed, productTypeName(item.productType, context), times);
    }
    case "bonus":
      return words.forReason(figure, reasonOf(item, context));
    case "activity":
      return item.points === 0 ? words.counted(item.name) : words.forReason(figure, words.quoted(item.name));
    case "often":
      return words.overOften(figure, item.name, words.often(item.times, item.per));
    case "cap":
      return words.capped(
        figure,
        formatPoints(item.limit, locale),
        item.per,
        item.rule === null ? null : (item.name ?? item.rule),
      );
    case "budget":
      return words.overBudget(figure, item.name);
    case "excluded":
      return words.excluded(productTypeName(item.productType, context));
    case "tender":
      return words.tender(money(item.amount, context), pointsNoun(context));
    case "missed": {
      const missing = item.missing === undefined ? null : money(item.missing, context);
      return words.missed(formatPoints(item.wouldEarn, locale), item.name, item.reason, missing);
    }
  }
}

function rowOf(item: ExplanationItem, sub: boolean, context: ExplanationContext): ExplanationRow {
  const row = { label: labelOf(item, context), points: item.points };
  if (sub) return { ...row, sub };
  return item.kind === "multiplier" ? { ...row, label: capital(row.label, context) } : row;
}

function labelOf(item: ExplanationItem, context: ExplanationContext): string {
  const words = wordsOf(context.locale);
  switch (item.kind) {
    case "rate":
    case "excluded":
      return `${productTypeTitle(item.productType, context)}, ${money(item.amount, context)}`;
    case "multiplier":
      return timesOf(item, context);
    case "bonus":
    case "activity":
    case "missed":
      return item.name;
    case "often":
      return words.rowOften(item.name, words.often(item.times, item.per));
    case "cap":
      return words.rowCapped(
        formatPoints(item.limit, context.locale),
        item.per,
        item.rule === null ? null : (item.name ?? item.rule),
      );
    case "budget":
      return words.rowBudget(item.name);
    case "tender":
      return words.rowTender(money(item.amount, context), pointsNoun(context));
  }
}

/** "doubled for Gold"; by the rule's name where its tiers are not known or not the point. */
function timesOf(item: Item<"multiplier">, context: ExplanationContext): string {
  const words = wordsOf(context.locale);
  const times = words.times(item.factor, factorText(item.factor, context.locale));
  const rule = context.rules?.find((one) => one.key === item.rule);
  const tiers = rule && conditionWords(rule, context).tiers;
  return tiers ? words.timesForTiers(times, tiers) : words.timesByRule(times, item.name);
}

function reasonOf(item: Item<"bonus">, context: ExplanationContext): string {
  const words = wordsOf(context.locale);
  const rule = context.rules?.find((one) => one.key === item.rule);
  return (rule && words.reason(conditionWords(rule, context))) ?? words.quoted(item.name);
}

const capital = (text: string, { locale }: ExplanationContext): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

const money = (minor: number, { currency, locale }: ExplanationContext): string =>
  formatMoney(minor, currency, locale);
