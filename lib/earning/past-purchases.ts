import type { Sql } from "@/db/client";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { firstIdAt } from "@/lib/kernel/ids";
import { proportion } from "@/lib/kernel/money";
import type { RefundedLine } from "./domain/refund-request";
import type { PastPurchase } from "./domain/rehearse";
import { remainingLines } from "./domain/remaining-lines";
import type { AwardLine } from "./domain/types";
import type { RecordedBasis } from "./plan-purchase";

interface Row {
  id: string;
  memberId: string;
  occurredAt: string;
  channel: string;
  basis: RecordedBasis;
  lines: (AwardLine & { refundedQuantity: number; refundedAmount: number })[];
}

/** How far back a change of the rules is tried. */
const reachDays = 90;

/** The newest of a season, oldest first, as they are after refunds. Ids sort by time, so that no index of its own is needed. */
export async function pastPurchases(
  sql: Sql,
  merchantId: number,
  { now, zone, atMost }: { now: Date; zone: string; atMost: number },
): Promise<(PastPurchase & { id: string })[]> {
  const from = startOfDay(addDays(localDate(now, zone), 1 - reachDays), zone);
  const rows = await sql<Row[]>`
    with newest as (
      select id, member_id, occurred_at, channel, basis from purchase
      where merchant_id = ${merchantId} and id >= ${firstIdAt(from)} and status = 'recorded'
      order by id desc limit ${atMost})
    select n.id, n.member_id as "memberId", n.occurred_at as "occurredAt", n.channel, n.basis,
      (select json_agg(json_build_object('no', l.no, 'productType', l.product_type, 'sku', l.sku, 'quantity', l.quantity,
          'amount', l.amount, 'tax', l.tax, 'discount', l.discount, 'refundedQuantity', l.refunded_quantity,
          'refundedAmount', l.refunded_amount) order by l.no)
        from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = n.id) as lines
    from newest n where n.occurred_at >= ${from.toISOString()} order by n.occurred_at, n.id`;
  return rows.flatMap(({ id, memberId, basis, lines: bought, occurredAt, channel }) => {
    const back: RefundedLine[] = bought
      .filter((line) => line.refundedQuantity > 0 || line.refundedAmount > 0)
      .map(({ no, refundedQuantity, refundedAmount }) => ({
        no,
        quantity: refundedQuantity,
        amount: refundedAmount,
      }));
    const lines = remainingLines(bought, back);
    if (lines.length === 0) return [];
    const [was, gone] = [bought, back].map((list) => list.reduce((sum, { amount }) => sum + amount, 0));
    const tenderBack = was && gone ? proportion(basis.pointsTender, gone, was) : 0;
    const pointsTender = basis.pointsTender - tenderBack;
    return [
      { id, memberId, lines, facts: { ...basis, pointsTender, occurredAt: new Date(occurredAt), channel } },
    ];
  });
}
