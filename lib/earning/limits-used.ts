import type { Tx } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { decideAward } from "./domain/decide-award";
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

/** What purchases used of caps and budgets: the same decision again, by the facts that were recorded with them. */
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
    return program && hasLimits(program) ? [{ purchase, program }] : [];
  });
  const lines = await linesOf(
    tx,
    merchantId,
    limited.map(({ purchase }) => purchase.id),
  );
  return new Map(
    limited.map(({ purchase: { id, basis, channel, occurredAt }, program }) => {
      const facts = { ...basis, program, channel, occurredAt, lines: lines.get(id) ?? [] };
      const { capUse, budgetUse } = decideAward(facts);
      return [id, { capUse, budgetUse }];
    }),
  );
}

const hasLimits = ({ earning }: Program): boolean =>
  earning.caps.length > 0 ||
  earning.rules.some((rule) => rule.caps !== undefined || rule.budget !== undefined);

async function linesOf(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  ids: readonly string[],
): Promise<Map<string, AwardLine[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql<(AwardLine & { purchaseId: string })[]>`
    select purchase_id as "purchaseId", no, product_type as "productType", sku, quantity, amount, tax, discount
    from purchase_line where merchant_id = ${merchantId} and purchase_id = any(${[...ids]}) order by purchase_id, no`;
  const lines = new Map<string, AwardLine[]>();
  for (const { purchaseId, ...line } of rows) {
    const known = lines.get(purchaseId);
    if (known) known.push(line);
    else lines.set(purchaseId, [line]);
  }
  return lines;
}
