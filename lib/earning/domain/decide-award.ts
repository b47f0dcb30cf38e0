import { localParts, periodKeys } from "@/lib/kernel/calendar";
import { Problem } from "@/lib/kernel/problems";
import { type CompiledProgram, type CompiledRule, compileProgram } from "./compile-program";
import { failing, type Situation } from "./conditions";
import { basketOf } from "./eligible";
import { type Gain, gainsOf } from "./gains";
import { applyLimits, type Limited } from "./limits";
import { missedItems } from "./missed";
import type { Aside } from "./rates";
import type { AwardDecision, AwardFacts, ExplanationItem } from "./types";

/**
 * What a purchase earns and why.
 *
 * - A rate applies to each product type of the basket: one that names the type beats general ones, among equals the
 *   highest wins. Multipliers apply to what the rates gave, bonuses are added to that.
 * - All of it is exact until it is rounded, once for the purchase.
 * - Then the caps and the budget of each rule cut what that rule gave, then the program's caps the whole.
 * - A rule that its own limit cut short steps aside when the member is better off without it: a campaign whose budget is
 *   used up does not stand in the way of the everyday rate.
 */
export function decideAward(facts: AwardFacts): AwardDecision {
  const { compiled, situation, active, decide, outcome } = decided(facts);
  const missed = missedItems(compiled, situation, outcome.limited.points, (rule) => {
    return decide(new Set(active).add(rule)).limited.points;
  });
  return decisionOf(outcome, situation, facts.pointsTender, missed);
}

/** The same without the reasons: for replaying thousands of purchases. */
export function decideLimited(facts: AwardFacts): Pick<Limited, "points" | "capUse" | "budgetUse"> {
  return decided(facts).outcome.limited;
}

function decided(facts: AwardFacts) {
  const compiled = compileProgram(facts.program);
  const situation = situationOf(facts, compiled);
  const active = new Set<CompiledRule>();
  for (const rules of [compiled.rates, compiled.multipliers, compiled.bonuses]) {
    for (const rule of rules) if (failing(rule, situation).length === 0) active.add(rule);
  }
  const decide = deciderOf(facts, compiled, situation);
  const outcome = decide(active);
  refuseUncountable(outcome.gains);
  return { compiled, situation, active, decide, outcome };
}

// Beyond this a program is a mistake, and a million such awards could no longer be added up exactly.
const mostPoints = 1_000_000_000;

function refuseUncountable(gains: readonly Gain[]): void {
  if (gains.every((gain) => Math.abs(gain.points) <= mostPoints)) return;
  throw new Problem("invalid", {
    fields: [{ path: "lines", code: "award.too_large", params: { most: mostPoints } }],
  });
}

const situationOf = (facts: AwardFacts, compiled: CompiledProgram): Situation => ({
  moment: localParts(facts.occurredAt, facts.zone),
  channel: facts.channel,
  tier: facts.tier,
  firstPurchase: facts.firstPurchase,
  basket: basketOf(facts.lines, facts.pointsTender, compiled),
});

interface Outcome {
  gains: Gain[];
  limited: Limited;
}

function deciderOf(facts: AwardFacts, compiled: CompiledProgram, { basket }: Situation) {
  const periods = periodKeys(facts.occurredAt, facts.zone);
  const { caps } = compiled.program.earning;
  const decideWith = (active: ReadonlySet<CompiledRule>, aside: Aside): Outcome => {
    const gains = gainsOf(basket, compiled, active, aside);
    return { gains, limited: applyLimits(gains, caps, periods, facts) };
  };
  return (active: ReadonlySet<CompiledRule>): Outcome => {
    let aside: Aside = new Map();
    let best = decideWith(active, aside);
    const tried = new Set<CompiledRule>();
    for (let next = untried(best, tried); next; next = untried(best, tried)) {
      tried.add(next.rule);
      // Below a cap a named rate stays: "coffee earns at most 100 a day" means coffee, at whatever rate.
      const wider = new Map(aside).set(next.rule, next.by === "budget" ? "all" : "equals");
      const without = decideWith(active, wider);
      if (without.limited.points <= best.limited.points) continue;
      best = without;
      aside = wider;
    }
    return best;
  };
}

/** A rule that was cut short and competes with others for the same points: a bonus does not. */
const untried = (
  { limited }: Outcome,
  tried: ReadonlySet<CompiledRule>,
): Limited["cut"][number] | undefined =>
  limited.cut.find(({ rule }) => rule.effect.kind !== "bonus" && !tried.has(rule));

function decisionOf(
  { gains, limited }: Outcome,
  { basket }: Situation,
  pointsTender: number,
  missed: ExplanationItem[],
): AwardDecision {
  const items: ExplanationItem[] = gains.map((gain) => gain.item);
  for (const [productType, amount] of basket.excluded)
    items.push({ kind: "excluded", productType, amount, points: 0 });
  if (pointsTender > 0) items.push({ kind: "tender", amount: pointsTender, points: 0 });
  items.push(...limited.items, ...missed);
  const { points, parts, capUse, budgetUse } = limited;
  return { points, parts, items, capUse, budgetUse };
}
