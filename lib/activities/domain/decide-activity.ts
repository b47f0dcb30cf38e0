import { compileProgram } from "@/lib/earning/domain/compile-program";
import { failing } from "@/lib/earning/domain/conditions";
import { runningRounding } from "@/lib/earning/domain/gains";
import { capKey, tightest } from "@/lib/earning/domain/limits";
import { finenessOf, multiplierShares } from "@/lib/earning/domain/multipliers";
import type { AwardPart, ExplanationItem } from "@/lib/earning/domain/types";
import { localParts, periodKeys } from "@/lib/kernel/calendar";
import type { ActivityType, Program } from "@/lib/program/schemas";

/** Everything that the decision on one activity depends on, as it was when it happened. */
export interface ActivityFacts {
  program: Program;
  type: ActivityType;
  /** IANA zone of the merchant. */
  zone: string;
  occurredAt: Date;
  tier: string | null;
  /** What the member has used, by `${points or times key}:${period key}`. */
  capUsed: Record<string, number>;
  /** What all members have used of its budget. */
  budgetUsed: number;
  /** It has its place within its limits already: from the day on which it was put to somebody to approve. */
  counted?: boolean;
}

export interface ActivityDecision {
  /** Whether it is within its limits; if not it gives nothing. */
  counts: boolean;
  points: number;
  parts: AwardPart[];
  /** Their points add up to the points, always. */
  items: ExplanationItem[];
  /** What it uses of limits and caps, keyed as `capUsed`. */
  capUse: Record<string, number>;
  budgetUse: number;
}

// No key of a rule begins with these, so an activity and a rule of one name do not share a cap.
const pointsKey = ({ key }: Pick<ActivityType, "key">): string => `@${key}`;
const timesKey = ({ key }: Pick<ActivityType, "key">): string => `#${key}`;

/** What an activity's budget is kept under. */
export const budgetKey = pointsKey;

/** What an activity gives and why: its points, times what multiplies for the tier, within limits, caps and budget. */
export function decideActivity(facts: ActivityFacts): ActivityDecision {
  const { type, capUsed } = facts;
  const { key: rule, name } = type;
  const full = facts.counted ? undefined : fullLimit(facts);
  if (full) {
    const { per, times } = full;
    const none: ExplanationItem[] = [
      { kind: "activity", rule, name, points: type.points },
      { kind: "often", rule, name, per, times, points: -type.points },
    ];
    return { counts: false, points: 0, parts: [], items: none, capUse: {}, budgetUse: 0 };
  }
  const items = gains(facts);
  let points = items.reduce((sum, item) => sum + item.points, 0);

  const periods = periodKeys(facts.occurredAt, facts.zone);
  const cap = tightest(type.caps, pointsKey(type), periods, capUsed);
  if (cap && points > cap.left) {
    items.push({ kind: "cap", rule, name, per: cap.per, limit: cap.points, points: cap.left - points });
    points = cap.left;
  }
  const left = type.budget === undefined ? points : Math.max(0, type.budget - facts.budgetUsed);
  if (points > left) {
    items.push({ kind: "budget", rule, name, points: left - points });
    points = left;
  }
  return {
    counts: true,
    points,
    parts: points > 0 ? [{ points, holdDays: type.holdDays }] : [],
    items,
    capUse: { ...countUse(facts), ...pointsUse(facts, points) },
    budgetUse: type.budget === undefined ? 0 : points,
  };
}

/** What an activity uses of its limits. It takes its place at once, also while somebody has to approve it. */
export function countUse({
  type,
  zone,
  occurredAt,
  counted,
}: Pick<ActivityFacts, "type" | "zone" | "occurredAt" | "counted">): Record<string, number> {
  if (counted) return {};
  const periods = periodKeys(occurredAt, zone);
  return Object.fromEntries(type.limits.map(({ per }) => [`${timesKey(type)}:${periods[per]}`, 1]));
}

/** The first of its limits that is used up. */
export function fullLimit({
  type,
  zone,
  occurredAt,
  capUsed,
}: Pick<ActivityFacts, "type" | "zone" | "occurredAt" | "capUsed">):
  | ActivityType["limits"][number]
  | undefined {
  const periods = periodKeys(occurredAt, zone);
  return type.limits.find(({ per, times }) => (capUsed[`${timesKey(type)}:${periods[per]}`] ?? 0) >= times);
}

function pointsUse({ type, zone, occurredAt }: ActivityFacts, points: number): Record<string, number> {
  if (points === 0) return {};
  const periods = periodKeys(occurredAt, zone);
  return Object.fromEntries(type.caps.map((cap) => [capKey(pointsKey(type), cap, periods), points]));
}

/** Its points, then what each multiplier adds: exact until the running sum is rounded, as for a purchase. */
function gains(facts: ActivityFacts): ExplanationItem[] {
  const { type, program } = facts;
  const items: ExplanationItem[] = [
    { kind: "activity", rule: type.key, name: type.name, points: type.points },
  ];
  const multipliers = type.multiplied ? multipliersFor(facts) : [];
  const { stacking, rounding } = program.earning;
  const fineness = finenessOf(stacking, multipliers.length);
  const round = runningRounding(rounding, fineness);
  const base = { productType: "", units: BigInt(type.points) };
  round(base.units * fineness);
  for (const { rule, factor, units } of multiplierShares([base], multipliers, stacking, fineness)) {
    const { key, name } = rule;
    items.push({ kind: "multiplier", rule: key, name, factor: Number(factor), points: round(units) });
  }
  return items;
}

/** Multipliers for the member's tier that look at no basket and have no limit of their own. */
function multipliersFor({ program, zone, occurredAt, tier }: ActivityFacts) {
  const moment = localParts(occurredAt, zone);
  const basket = { byType: new Map(), eligible: 1, excluded: new Map() };
  const situation = { moment, channel: "", tier, firstPurchase: false, basket };
  return compileProgram(program).multipliers.filter(
    (rule) =>
      rule.tiers !== null &&
      rule.caps.length === 0 &&
      rule.budget === null &&
      failing(rule, situation).length === 0,
  );
}
