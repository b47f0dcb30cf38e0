import type { Rounding } from "@/lib/program/schemas";
import type { CompiledProgram, CompiledRule } from "./compile-program";
import type { Basket } from "./eligible";
import { finenessOf, type MultiplierShare, multiplierShares } from "./multipliers";
import { type Aside, type RateShare, rateShares } from "./rates";
import type { ExplanationItem } from "./types";

/** What one rule gave, before caps and budgets, and the line of the explanation that says so. */
export interface Gain {
  rule: CompiledRule;
  points: number;
  item: ExplanationItem;
}

/** Rates, then multipliers, then bonuses, in whole points that add up to the purchase's points, rounded once. */
export function gainsOf(
  basket: Basket,
  compiled: CompiledProgram,
  active: ReadonlySet<CompiledRule>,
  aside: Aside,
): Gain[] {
  const { stacking, rounding } = compiled.program.earning;
  const inForce = (rule: CompiledRule) => active.has(rule) && !aside.has(rule);
  const multipliers = compiled.multipliers.filter(inForce);
  const fineness = finenessOf(stacking, multipliers.length);
  const rates = rateShares(basket, compiled, active, aside);
  const multiplied = multiplierShares(rates, multipliers, stacking, fineness);
  const round = runningRounding(rounding, compiled.scale * fineness);
  return [
    ...rates.map((share) => rateGain(share, round(share.units * fineness))),
    ...multipliers.flatMap((rule) => multiplierGains(rule, multiplied, rates, round)),
    ...compiled.bonuses.filter(inForce).map(bonusGain),
  ];
}

/**
 * Whole points for one exact amount after the other. It is the running sum that is rounded, so whatever the single
 * figures are, they add up to the rounded total.
 */
export function runningRounding(rounding: Rounding, denominator: bigint): (units: bigint) => number {
  let exact = 0n;
  let given = 0n;
  return (units) => {
    exact += units;
    const total = divide(exact, denominator, rounding);
    const points = Number(total - given);
    given = total;
    return points;
  };
}

function divide(units: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (rounding === "up") return (units + denominator - 1n) / denominator;
  if (rounding === "nearest") return (units * 2n + denominator) / (denominator * 2n);
  return units / denominator;
}

const rateGain = ({ rule, productType, amount }: RateShare, points: number): Gain => ({
  rule,
  points,
  item: { kind: "rate", rule: rule.key, name: rule.name, productType, amount, points },
});

const bonusGain = (rule: CompiledRule): Gain => {
  const points = rule.effect.kind === "bonus" ? rule.effect.points : 0;
  return { rule, points, item: { kind: "bonus", rule: rule.key, name: rule.name, points } };
};

/** One line for a multiplier that covers all that earned, one for each product type when it does not. */
function multiplierGains(
  rule: CompiledRule,
  multiplied: readonly MultiplierShare[],
  rates: readonly RateShare[],
  round: (units: bigint) => number,
): Gain[] {
  const shares = multiplied.filter((share) => share.rule === rule);
  const [first] = shares;
  if (!first) return [];
  const common = {
    kind: "multiplier",
    rule: rule.key,
    name: rule.name,
    factor: Number(first.factor),
  } as const;
  const earning = rates.filter((rate) => rate.units > 0n).length;
  if (earning > 1 && shares.length === earning) {
    const points = round(shares.reduce((sum, share) => sum + share.units, 0n));
    return [{ rule, points, item: { ...common, points } }];
  }
  return shares.map(({ productType, units }) => {
    const points = round(units);
    return { rule, points, item: { ...common, productType, points } };
  });
}
