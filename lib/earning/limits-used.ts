import type { Tx } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { limitsLeft } from "./domain/refund";
import type { RefundedLine } from "./domain/refund-request";
import type { AwardLine } from "./domain/types";
import type { RecordedBasis } from "./plan-purchase";

export interface DecidedPurchase {
  id: string;
  version: number;
  channel: string;
  occurredAt: Date;
  basis: RecordedBasis;
}

export interface LimitsUsed {
  capUse: Record<string, number>;
  budgetUse: Record<string, number>;
}

/**
 * What purchases use of caps and budgets, less what went back of them: the same decision again, by the facts that were
 * recorded with them.
 */
export async function limitsUsed(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  purchases: readonly DecidedPurchase[],
): Promise<Map<string, LimitsUsed>> {
  const programs = new Map<number, Program>();
  for (const { version } of purchases) {
    if (!programs.has(version)) programs.set(version, await programContent(tx, merchantId, version));
  }
  const limited = purchases.flatMap((purchase) => {
    const program = programs.get(purchase.version);
    return program && (hasCaps(program) || hasBudgets(program)) ? [{ purchase, program }] : [];
  });
  const lines = await linesOf(
    tx,
    merchantId,
    limited.map(({ purchase }) => purchase.id),
  );
  return new Map(
    limited.map(({ purchase: { id, basis, channel, occurredAt }, program }) => {
      const { sold, refunded } = lines.get(id) ?? { sold: [], refunded: [] };
      const { capUse, budgetUse } = limitsLeft({ ...basis, program, channel, occurredAt }, sold, refunded);
      return [id, { capUse, budgetUse }];
    }),
  );
}

export const hasCaps = ({ earning }: Program): boolean =>
  earning.caps.length > 0 || earning.rules.some((rule) => rule.caps !== undefined);

export const hasBudgets = ({ earning }: Program): boolean =>
  earning.rules.some((rule) => rule.budget !== undefined);

interface Lines {
  sold: AwardLine[];
  refunded: RefundedLine[];
}

async function linesOf(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  ids: readonly string[],
): Promise<Map<string, Lines>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql<
    (AwardLine & { purchaseId: string; refundedQuantity: number; refundedAmount: number })[]
  >`
    select purchase_id as "purchaseId", no, product_type as "productType", sku, quantity, amount, tax, discount,
      refunded_quantity as "refundedQuantity", refunded_amount as "refundedAmount"
    from purchase_line where merchant_id = ${merchantId} and purchase_id = any(${[...ids]}) order by purchase_id, no`;
  const lines = new Map<string, Lines>();
  for (const { purchaseId, refundedQuantity: quantity, refundedAmount: amount, ...line } of rows) {
    const known = lines.get(purchaseId) ?? { sold: [], refunded: [] };
    lines.set(purchaseId, known);
    known.sold.push(line);
    if (quantity > 0 || amount > 0) known.refunded.push({ no: line.no, quantity, amount });
  }
  return lines;
}
