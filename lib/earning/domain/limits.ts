import type { PeriodKeys } from "@/lib/kernel/calendar";
import { ownValue } from "@/lib/kernel/own-value";
import type { Cap } from "@/lib/program/schemas";
import type { CompiledRule } from "./compile-program";
import type { Gain } from "./gains";
import type { AwardFacts, AwardPart, ExplanationItem } from "./types";

export type Used = Pick<AwardFacts, "capUsed" | "budgetUsed">;

export interface Limited {
  points: number;
  parts: AwardPart[];
  items: ExplanationItem[];
  capUse: Record<string, number>;
  budgetUse: Record<string, number>;
  /** Rules that their own limits cut short. */
  cut: { rule: CompiledRule; by: "cap" | "budget" }[];
}

/** Caps and budgets of single rules, then the program's caps on the whole. */
export function applyLimits(
  gains: readonly Gain[],
  programCaps: readonly Cap[],
  periods: PeriodKeys,
  used: Used,
): Limited {
  const credited = gains.map((gain) => gain.points);
  const items: ExplanationItem[] = [];
  const cut: Limited["cut"] = [];
  const limited = limitedRules(gains);
  for (const rule of limited) cutRule(rule, { gains, credited, periods, used, items, cut });

  const total = sum(credited);
  const cap = tightest(programCaps, "*", periods, used.capUsed);
  const over = cap ? total - cap.left : 0;
  if (cap && over > 0) {
    takeFromLast(credited, over, () => true);
    items.push({ kind: "cap", rule: null, per: cap.per, limit: cap.points, points: -over });
  }
  const points = over > 0 ? total - over : total;
  return {
    points,
    parts: partsOf(gains, credited),
    items,
    capUse: capUseOf(limited, { gains, credited, programCaps, periods, points }),
    budgetUse: budgetUseOf(limited, gains, credited),
    cut,
  };
}

const limitedRules = (gains: readonly Gain[]): Set<CompiledRule> =>
  new Set(gains.map((gain) => gain.rule).filter((rule) => rule.caps.length > 0 || rule.budget !== null));

interface Cutting {
  gains: readonly Gain[];
  credited: number[];
  periods: PeriodKeys;
  used: Used;
  items: ExplanationItem[];
  cut: Limited["cut"];
}

function cutRule(rule: CompiledRule, { gains, credited, periods, used, items, cut }: Cutting): void {
  const own = (index: number) => gains[index]?.rule === rule;
  const given = creditedTo(rule, gains, credited);
  const cap = tightest(rule.caps, rule.key, periods, used.capUsed);
  const overCap = cap ? Math.max(0, given - cap.left) : 0;
  if (cap && overCap > 0) {
    takeFromLast(credited, overCap, own);
    const { key, name } = rule;
    items.push({ kind: "cap", rule: key, name, per: cap.per, limit: cap.points, points: -overCap });
    cut.push({ rule, by: "cap" });
  }
  if (rule.budget === null) return;
  const left = Math.max(0, rule.budget - (ownValue(used.budgetUsed, rule.key) ?? 0));
  const overBudget = given - overCap - left;
  if (overBudget <= 0) return;
  takeFromLast(credited, overBudget, own);
  items.push({ kind: "budget", rule: rule.key, name: rule.name, points: -overBudget });
  cut.push({ rule, by: "budget" });
}

/** The cap with the least headroom. */
export function tightest(
  caps: readonly Cap[],
  rule: string,
  periods: PeriodKeys,
  capUsed: Record<string, number>,
): (Cap & { left: number }) | undefined {
  let found: (Cap & { left: number }) | undefined;
  for (const cap of caps) {
    const left = Math.max(0, cap.points - (capUsed[capKey(rule, cap, periods)] ?? 0));
    if (!found || left < found.left) found = { ...cap, left };
  }
  return found;
}

export const capKey = (rule: string, cap: Cap, periods: PeriodKeys): string => `${rule}:${periods[cap.per]}`;

/** Takes points off what was credited, from the last line of the explanation upwards: bonuses before rates. */
function takeFromLast(credited: number[], points: number, from: (index: number) => boolean): void {
  let left = points;
  for (let index = credited.length - 1; index >= 0 && left > 0; index -= 1) {
    if (!from(index)) continue;
    const here = credited[index] ?? 0;
    const taken = Math.min(here, left);
    credited[index] = here - taken;
    left -= taken;
  }
}

function partsOf(gains: readonly Gain[], credited: readonly number[]): AwardPart[] {
  const byHold = new Map<number, number>();
  gains.forEach(({ rule }, index) => {
    byHold.set(rule.holdDays, (byHold.get(rule.holdDays) ?? 0) + (credited[index] ?? 0));
  });
  return [...byHold]
    .map(([holdDays, points]) => ({ points, holdDays }))
    .filter((part) => part.points > 0)
    .sort((a, b) => a.holdDays - b.holdDays);
}

interface Credit {
  gains: readonly Gain[];
  credited: readonly number[];
  programCaps: readonly Cap[];
  periods: PeriodKeys;
  points: number;
}

function capUseOf(
  limited: Iterable<CompiledRule>,
  { gains, credited, programCaps, periods, points }: Credit,
): Record<string, number> {
  const use: Record<string, number> = {};
  for (const cap of programCaps) if (points > 0) use[capKey("*", cap, periods)] = points;
  for (const rule of limited) {
    const given = creditedTo(rule, gains, credited);
    for (const cap of rule.caps) if (given > 0) use[capKey(rule.key, cap, periods)] = given;
  }
  return use;
}

function budgetUseOf(
  limited: Iterable<CompiledRule>,
  gains: readonly Gain[],
  credited: readonly number[],
): Record<string, number> {
  const use: Record<string, number> = {};
  for (const rule of limited) {
    const given = rule.budget === null ? 0 : creditedTo(rule, gains, credited);
    if (given > 0) use[rule.key] = given;
  }
  return use;
}

const creditedTo = (rule: CompiledRule, gains: readonly Gain[], credited: readonly number[]): number =>
  gains.reduce((points, gain, index) => (gain.rule === rule ? points + (credited[index] ?? 0) : points), 0);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
