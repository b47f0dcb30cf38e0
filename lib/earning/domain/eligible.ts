import { allocate, proportion } from "@/lib/kernel/money";
import type { Program } from "@/lib/program/schemas";
import type { CompiledProgram } from "./compile-program";
import type { AwardLine } from "./types";

/** A purchase by product type. Rates are linear, so lines of one type may be added up before anything is decided. */
export interface Basket {
  /** Minor units that may earn, more than 0 each, in the order in which the types come in the basket. */
  byType: ReadonlyMap<string, number>;
  eligible: number;
  /** What excluded types cost. */
  excluded: ReadonlyMap<string, number>;
}

export function basketOf(
  lines: readonly AwardLine[],
  pointsTender: number,
  compiled: CompiledProgram,
): Basket {
  const tender =
    pointsTender > 0
      ? allocate(
          pointsTender,
          lines.map((line) => line.amount),
        )
      : null;
  const byType = new Map<string, number>();
  const excluded = new Map<string, number>();
  let eligible = 0;
  lines.forEach((line, index) => {
    if (compiled.excluded.has(line.productType)) {
      excluded.set(line.productType, (excluded.get(line.productType) ?? 0) + line.amount);
      return;
    }
    const amount = eligibleAmount(line, tender?.[index] ?? 0, compiled.program.earning.basis);
    if (amount <= 0) return;
    byType.set(line.productType, (byType.get(line.productType) ?? 0) + amount);
    eligible += amount;
  });
  return { byType, eligible, excluded };
}

/**
 * What of a line may earn. The part that points paid is taken off in proportion, so that half a line paid with points
 * earns half of what the whole would have, net of tax or not.
 */
function eligibleAmount(line: AwardLine, tender: number, basis: Program["earning"]["basis"]): number {
  // Given away, or worth nothing: no discount makes points of it.
  if (line.amount === 0) return 0;
  let amount = line.amount;
  if (basis.tax === "net") amount -= line.tax;
  if (basis.discounts === "before") amount += line.discount;
  if (tender === 0) return amount;
  const money = line.amount - tender;
  if (money <= 0 || amount <= 0) return 0;
  return amount === line.amount ? money : proportion(amount, money, line.amount);
}
