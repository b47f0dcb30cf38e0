import type { CompiledProgram, CompiledRule } from "./compile-program";
import { type Failing, failing, type Situation, spendOn } from "./conditions";
import type { ExplanationItem, MissedReason } from "./types";

// Enough to tell a customer, and a bound on the work for a program of two hundred rules.
const triedAtMost = 8;
const toldAtMost = 3;

type Missed = Extract<ExplanationItem, { kind: "missed" }>;

/** Rules of which one single condition failed, best first. `pointsWith` decides the purchase as if that rule applied. */
export function missedItems(
  compiled: CompiledProgram,
  situation: Situation,
  points: number,
  pointsWith: (rule: CompiledRule) => number,
): Missed[] {
  return [...compiled.bonuses, ...compiled.multipliers, ...compiled.rates]
    .flatMap((rule) => {
      const reason = reasonOf(rule, situation, compiled);
      return reason ? [{ rule, reason }] : [];
    })
    .slice(0, triedAtMost)
    .map(({ rule, reason }) => missedItem(rule, reason, pointsWith(rule) - points, situation))
    .filter((item) => item.wouldEarn > 0)
    .sort((a, b) => b.wouldEarn - a.wouldEarn)
    .slice(0, toldAtMost);
}

function reasonOf(rule: CompiledRule, situation: Situation, compiled: CompiledProgram): MissedReason | null {
  const [reason, another] = failing(rule, situation) satisfies Failing[];
  if (!reason || another || reason === "never") return null;
  if (reason === "tier" && !isAbove(rule, situation.tier, compiled)) return null;
  return reason;
}

/** Whether the rule is for a tier that this member could still climb to. */
function isAbove(rule: CompiledRule, tier: string | null, { tierRank }: CompiledProgram): boolean {
  const rank = tier === null ? -1 : (tierRank.get(tier) ?? -1);
  return [...(rule.tiers ?? [])].some((key) => (tierRank.get(key) ?? -1) > rank);
}

function missedItem(
  rule: CompiledRule,
  reason: MissedReason,
  wouldEarn: number,
  situation: Situation,
): Missed {
  const item: Missed = { kind: "missed", rule: rule.key, name: rule.name, points: 0, wouldEarn, reason };
  return reason === "minimumSpend"
    ? { ...item, missing: rule.minimumSpend - spendOn(rule, situation.basket) }
    : item;
}
