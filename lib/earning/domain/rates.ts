import type { CompiledProgram, CompiledRule } from "./compile-program";
import type { Basket } from "./eligible";

/** Rules that step aside in favour of others: `all`, or only of those of equal standing. */
export type Aside = ReadonlyMap<CompiledRule, "all" | "equals">;

export interface RateShare {
  rule: CompiledRule;
  productType: string;
  amount: number;
  /** Exact points, in units of 1 / scale. */
  units: bigint;
}

/** One rate for each product type. */
export function rateShares(
  basket: Basket,
  { rates }: CompiledProgram,
  active: ReadonlySet<CompiledRule>,
  aside: Aside,
): RateShare[] {
  const shares: RateShare[] = [];
  for (const [productType, amount] of basket.byType) {
    const rule = rateFor(productType, rates, active, aside);
    if (rule) shares.push({ rule, productType, amount, units: BigInt(amount) * rule.yield });
  }
  return shares;
}

/** A rate that names the product type beats general ones, also when it gives less; among equals the highest wins. */
function rateFor(
  productType: string,
  rates: readonly CompiledRule[],
  active: ReadonlySet<CompiledRule>,
  aside: Aside,
): CompiledRule | undefined {
  let general: CompiledRule | undefined;
  let limited: CompiledRule | undefined;
  // Highest first, so the first that fits is the highest of its standing.
  for (const rule of rates) {
    if (rule.types ? !rule.types.has(productType) : general) continue;
    if (!active.has(rule)) continue;
    const steps = aside.get(rule);
    if (steps === "equals" && rule.types) limited ??= rule;
    if (steps) continue;
    if (rule.types) return rule;
    general = rule;
  }
  return limited ?? general;
}
