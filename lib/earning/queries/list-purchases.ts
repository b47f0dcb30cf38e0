import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id, instant } from "@/lib/kernel/fields";
import { programContent } from "@/lib/program/program-content";

export interface PurchaseLineView {
  /** As a refund names it. */
  id: string;
  productType: string;
  /** Of the article, or of its type in the version that was in force. */
  name: string;
  /** Thousandths. */
  quantity: number;
  refundedQuantity: number;
  /** Minor units. */
  amount: number;
  refundedAmount: number;
}

export interface PurchaseView {
  id: string;
  externalId: string;
  occurredAt: string;
  channel: string;
  amount: number;
  paidWithPoints: number;
  refunded: number;
  points: number;
  pointsTaken: number;
  version: number;
  lines: PurchaseLineView[];
}

interface StoredPurchase extends Omit<PurchaseView, "lines"> {
  lines: (Omit<PurchaseLineView, "name"> & { name: string | null })[];
}

const pageSize = 20;

/** A member's purchases, newest first, with what of each line is left. `before` is when the last one seen happened. */
export const listPurchases = defineQuery({
  name: "purchases.list",
  permission: "purchases.read",
  input: z.strictObject({ member: id(), before: instant().optional() }),
  async run({ actor, input, database }): Promise<{ purchases: PurchaseView[]; next: string | null }> {
    const { merchantId } = actor;
    const before = input.before?.toISOString() ?? null;
    const rows = await database.sql<StoredPurchase[]>`
      select p.id, p.external_id as "externalId", p.occurred_at as "occurredAt", p.channel, p.amount,
        p.paid_with_points as "paidWithPoints", p.refunded, p.points, p.points_taken as "pointsTaken",
        p.program_version as version,
        (select json_agg(json_build_object('id', l.no::text, 'productType', l.product_type, 'name', l.name,
          'quantity', l.quantity, 'refundedQuantity', l.refunded_quantity, 'amount', l.amount,
          'refundedAmount', l.refunded_amount) order by l.no)
          from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = p.id) as lines
      from purchase p
      where p.merchant_id = ${merchantId} and p.member_id = ${input.member} and p.status = 'recorded'
        and (${before}::timestamptz is null or p.occurred_at < ${before})
      order by p.occurred_at desc, p.id desc limit ${pageSize + 1}`;
    const shown = rows.slice(0, pageSize);
    const purchases = await Promise.all(shown.map((row) => named(row)));
    return { purchases, next: rows.length > pageSize ? (purchases.at(-1)?.occurredAt ?? null) : null };

    async function named(row: StoredPurchase): Promise<PurchaseView> {
      const { productTypes } = await programContent(database, merchantId, row.version);
      const names = new Map(productTypes.map((type) => [type.key, type.name]));
      const lines = row.lines.map((line) => ({
        ...line,
        name: line.name ?? names.get(line.productType) ?? line.productType,
      }));
      return { ...row, lines, occurredAt: new Date(row.occurredAt).toISOString() };
    }
  },
});
