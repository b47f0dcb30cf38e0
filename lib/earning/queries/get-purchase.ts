import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import type { PurchaseResult } from "../purchase-result";
import { recordedPurchase } from "../recorded-purchase";

type Line = PurchaseResult["purchase"]["lines"][number];

export interface PurchaseDetail {
  purchase: Omit<PurchaseResult["purchase"], "lines"> & {
    refunded: number;
    lines: (Line & { refundedQuantity: number; refundedAmount: number })[];
  };
  award: PurchaseResult["award"];
  refunds: RefundView[];
}

interface RefundView {
  id: string;
  externalId: string;
  occurredAt: string;
  amount: number;
  money: number;
  pointsReturned: number;
  pointsTaken: number;
  writtenOff: number;
}

/** A purchase as it was answered when it was recorded, and what was given back of it since. */
export const getPurchase = defineQuery({
  name: "purchases.get",
  permission: "purchases.read",
  input: z.strictObject({ id: id().describe("The purchase's id.") }),
  async run({ actor, input, database }): Promise<PurchaseDetail> {
    const { merchantId } = actor;
    const { sql } = database;
    const [row] = await sql<{ refunded: number }[]>`
      select refunded from purchase where merchant_id = ${merchantId} and id = ${input.id} and status = 'recorded'`;
    if (!row) throw new Problem("not_found");
    const [{ purchase, award }, lines, refunds] = await Promise.all([
      recordedPurchase(database, merchantId, input.id),
      sql<{ id: string; quantity: number; amount: number }[]>`
        select no::text as id, refunded_quantity as quantity, refunded_amount as amount from purchase_line
        where merchant_id = ${merchantId} and purchase_id = ${input.id}`,
      readRefunds(database, merchantId, input.id),
    ]);
    const back = new Map(lines.map((line) => [line.id, line]));
    const withRefunds = (line: Line) => ({
      ...line,
      refundedQuantity: (back.get(line.id)?.quantity ?? 0) / 1000,
      refundedAmount: back.get(line.id)?.amount ?? 0,
    });
    return {
      purchase: { ...purchase, refunded: row.refunded, lines: purchase.lines.map(withRefunds) },
      award,
      refunds,
    };
  },
});

async function readRefunds({ sql }: Database, merchantId: number, purchaseId: string): Promise<RefundView[]> {
  const rows = await sql<RefundView[]>`
    select id, external_id as "externalId", occurred_at as "occurredAt", amount, money, points_returned as "pointsReturned",
      points_taken as "pointsTaken", written_off as "writtenOff"
    from refund where merchant_id = ${merchantId} and purchase_id = ${purchaseId} order by recorded_at, id`;
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt).toISOString() }));
}
