import type { Tx } from "@/db/client";
import { lookAgain } from "@/lib/kernel/look-again";
import type { Lot } from "@/lib/points/domain/types";
import { spentFor } from "@/lib/points/spent-for";
import type { RefundedLine } from "./domain/refund-request";
import type { AwardLine } from "./domain/types";
import type { RecordedBasis } from "./plan-purchase";

/** A purchase as a refund has to know it. The member is locked. */
export interface PurchaseRecord {
  programVersion: number;
  basis: RecordedBasis;
  occurredAt: Date;
  channel: string;
  pointsTendered: number;
  /** What was awarded, less what earlier refunds took. */
  credited: number;
  /** Points that earlier refunds gave back. */
  returnedBefore: number;
  entrySeq: number | null;
  lines: AwardLine[];
  alreadyRefunded: RefundedLine[];
  /** The purchase's own lots and those its points were taken from, empty ones too. */
  lots: Lot[];
  /** What paying with points took from each lot. */
  taken: { lotNo: number; points: number }[];
}

interface Row extends Omit<PurchaseRecord, "occurredAt" | "lines" | "alreadyRefunded" | "lots" | "taken"> {
  occurredAt: string;
  lines: (AwardLine & { refundedQuantity: number; refundedAmount: number })[];
  lots:
    | (Omit<Lot, "earnedAt" | "availableAt" | "expiresAt"> & {
        earnedAt: string;
        availableAt: string;
        expiresAt: string | null;
      })[]
    | null;
  taken: PurchaseRecord["taken"] | null;
}

/** Run again from the start when the member was merged or parted meanwhile and the purchase is not theirs. */
export async function purchaseRecord(
  tx: Tx,
  merchantId: number,
  memberId: string,
  id: string,
): Promise<PurchaseRecord> {
  const [row] = await tx.sql<Row[]>`
    with spent as (${spentFor(tx.sql, { merchantId, memberId, for: { purchase: id } })})
    select p.program_version as "programVersion", p.basis, p.occurred_at as "occurredAt", p.channel, p.entry_seq as "entrySeq",
      p.points_tendered as "pointsTendered", p.points - p.points_taken as credited,
      (select coalesce(sum(r.points_returned), 0)::bigint from refund r
        where r.merchant_id = ${merchantId} and r.purchase_id = ${id}) as "returnedBefore",
      (select json_agg(json_build_object('no', l.no, 'productType', l.product_type, 'sku', l.sku, 'quantity', l.quantity,
          'amount', l.amount, 'tax', l.tax, 'discount', l.discount, 'refundedQuantity', l.refunded_quantity,
          'refundedAmount', l.refunded_amount) order by l.no)
        from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = ${id}) as lines,
      (select json_agg(json_build_object('lotNo', lot_no, 'points', points)) from spent) as taken,
      (select json_agg(json_build_object('no', t.no, 'state', t.state, 'points', t.points, 'remaining', t.remaining,
          'earnedAt', t.earned_at, 'availableAt', t.available_at, 'expiresAt', t.expires_at, 'entrySeq', t.entry_seq,
          'purchaseId', t.purchase_id, 'validityMonths', t.validity_months, 'idleMonths', t.idle_months,
          'expired', t.expired_before + (select -coalesce(sum(v.points), 0) from lot_movement v
            join ledger_entry e on e.merchant_id = ${merchantId} and e.member_id = ${memberId} and e.seq = v.entry_seq
              and e.kind = 'expire'
            where v.merchant_id = ${merchantId} and v.member_id = ${memberId} and v.lot_no = t.no)))
        from lot t where t.merchant_id = ${merchantId} and t.member_id = ${memberId}
          and (t.purchase_id = ${id} or t.no in (select lot_no from spent))) as lots
    from purchase p where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.id = ${id}`;
  if (!row) throw lookAgain(`purchase ${id} is another member's by now`);
  return {
    ...row,
    occurredAt: new Date(row.occurredAt),
    taken: row.taken ?? [],
    lots: (row.lots ?? []).map((lot) => ({
      ...lot,
      earnedAt: new Date(lot.earnedAt),
      availableAt: new Date(lot.availableAt),
      expiresAt: lot.expiresAt === null ? null : new Date(lot.expiresAt),
    })),
    alreadyRefunded: row.lines
      .filter((line) => line.refundedQuantity > 0 || line.refundedAmount > 0)
      .map(({ no, refundedQuantity, refundedAmount }) => ({
        no,
        quantity: refundedQuantity,
        amount: refundedAmount,
      })),
  };
}
