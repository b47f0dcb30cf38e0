import type { Stacking } from "@/lib/program/schemas";
import type { CompiledRule } from "./compile-program";
import type { RateShare } from "./rates";

const once = 10_000n;

/** What is multiplied. */
type Earned = Pick<RateShare, "productType" | "units">;

export interface MultiplierShare {
  rule: CompiledRule;
  productType: string;
  factor: bigint;
  /** Exact points that it adds, in units of 1 / (scale x fineness). */
  units: bigint;
}

/** How much finer than the rates' the units of multipliers must be for every product to be a whole number. */
export const finenessOf = (stacking: Stacking, multipliers: number): bigint =>
  stacking === "multiply" ? once ** BigInt(multipliers) : once;

/** What each multiplier adds to each rate's share. `multipliers` are those in force, highest factor first. */
export const multiplierShares = (
  rates: readonly Earned[],
  multipliers: readonly CompiledRule[],
  stacking: Stacking,
  fineness: bigint,
): MultiplierShare[] =>
  multipliers.length === 0
    ? []
    : rates.flatMap((rate) => stack(rate, multipliers, stacking, rate.units * fineness));

function stack(
  { productType }: Earned,
  multipliers: readonly CompiledRule[],
  stacking: Stacking,
  base: bigint,
): MultiplierShare[] {
  const shares: MultiplierShare[] = [];
  let running = base;
  for (const rule of multipliers) {
    if (rule.types && !rule.types.has(productType)) continue;
    const factor = factorOf(rule);
    const units = ((stacking === "add" ? base : running) * (factor - once)) / once;
    running += units;
    if (units !== 0n) shares.push({ rule, productType, factor, units });
    if (stacking === "best") break;
  }
  return shares;
}

const factorOf = ({ effect }: CompiledRule): bigint =>
  effect.kind === "multiplier" ? BigInt(effect.factor) : once;
