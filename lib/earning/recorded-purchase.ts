import type { Tx } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import type { ExplanationItem } from "./domain/types";
import { type PurchaseResult, purchaseResult } from "./purchase-result";

interface Row {
  externalId: string;
  memberId: string;
  occurredAt: string;
  channel: string;
  amount: number;
  paidWithPoints: number;
  points: number;
  pending: number;
  balance: number;
  version: number;
  items: ExplanationItem[];
  currency: string;
  lines: { no: number; productType: string; sku: string | null; quantity: number; amount: number }[];
}

/** The answer that a recorded purchase was given, word for word: it is made from what was stored then. */
export async function recordedPurchase(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  id: string,
): Promise<PurchaseResult> {
  const [row] = await tx.sql<Row[]>`
    select p.external_id as "externalId", p.member_id as "memberId", p.occurred_at as "occurredAt", p.channel, p.amount,
      p.paid_with_points as "paidWithPoints", p.points, p.pending, p.balance, p.program_version as version,
      p.explanation as items, m.currency,
      (select json_agg(json_build_object('no', l.no, 'productType', l.product_type, 'sku', l.sku, 'quantity', l.quantity,
        'amount', l.amount) order by l.no) from purchase_line l where l.merchant_id = p.merchant_id and l.purchase_id = p.id) as lines
    from purchase p join merchant m on m.id = p.merchant_id
    where p.merchant_id = ${merchantId} and p.id = ${id}`;
  if (!row) throw new Error(`purchase ${id} is gone`);
  const program = await programContent(tx, merchantId, row.version);
  return purchaseResult({ ...row, id, occurredAt: new Date(row.occurredAt), program });
}
