import type { CapPeriod } from "@/lib/program/schemas";
import type { MissedReason } from "../types";

/** Conditions of a rule in a form that words can be put to: names instead of keys, money already written. */
export interface ConditionWords {
  hours?: { from: string; to: string };
  /** Monday is 1; ascending. */
  weekdays?: number[];
  dates?: { from?: string; to?: string };
  tiers?: string;
  channels?: string;
  firstPurchase?: true;
  minimumSpend?: string;
}

/**
 * How one language says what a rule does and what an award is made of. Every figure and name comes in written out;
 * figures that a plural depends on come beside their number. No suffix is ever glued to a name or a figure.
 */
export interface Words {
  /** Joins with "and". */
  list(names: readonly string[]): string;
  /** Joins with "or". */
  anyOf(names: readonly string[]): string;
  quoted(name: string): string;
  /** Channels that have words of their own; any other is called as it calls itself. */
  channels: Readonly<Record<string, string>>;
  points(figure: string, count: number): string;
  /** Of any number: "points". */
  many: string;

  // The sentence of an award: a head and its clauses.
  sentence(head: string, clauses: readonly string[]): string;
  forType(figure: string, type: string): string;
  forAmount(figure: string, amount: string, type: string): string;
  forReason(figure: string, reason: string): string;
  /** A multiplier's clause after what it multiplied. */
  times(factor: number, figure: string): string;
  timesForTiers(times: string, tiers: string): string;
  timesByRule(times: string, name: string): string;
  more(figure: string, times: string): string;
  moreForType(figure: string, type: string, times: string): string;
  capped(figure: string, limit: string, per: CapPeriod, rule: string | null): string;
  /** `often`: how often it counts. */
  overOften(figure: string, activity: string, often: string): string;
  overBudget(figure: string, rule: string): string;
  excluded(type: string): string;
  tender(amount: string, points: string): string;
  missed(figure: string, name: string, reason: MissedReason, missing: string | null): string;

  // Rows of a price list.
  rowCapped(limit: string, per: CapPeriod, rule: string | null): string;
  rowOften(activity: string, often: string): string;
  rowBudget(rule: string): string;
  rowTender(amount: string, points: string): string;

  /** Why a bonus was given, to go into `forReason`; null when conditions say too little, or too much, for a clause. */
  reason(when: ConditionWords): string | null;

  // The sentence of a rule.
  conditions(when: ConditionWords): string[];
  rate(per: string, types: string | null, points: string): string;
  noRate(types: string | null): string;
  /** `when` may say what kind of purchase earns it; everything else is in `conditions`. */
  bonus(
    types: string | null,
    points: string,
    when: Pick<ConditionWords, "firstPurchase" | "minimumSpend">,
  ): string;
  multiplier(types: string | null, factor: number, figure: string, points: string): string;
  /** "once a day" */
  often(times: number, per: CapPeriod): string;
  atMost(points: string, per: CapPeriod): string;
  budget(points: string): string;
  held(days: number): string;

  // The sentence of an activity; `points` is null when it only counts.
  activity(name: string, points: string | null): string;
  /** In an explanation: an activity that gave nothing and was to give nothing. */
  counted(name: string): string;
  approved(): string;
  /** Who says that it happened. */
  told(by: readonly ("staff" | "api" | "card")[]): string;
  multiplied(): string;

  rule(conditions: readonly string[], core: string, limits: readonly string[]): string;
}
