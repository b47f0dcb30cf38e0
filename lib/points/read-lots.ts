import type { Tx } from "@/db/client";
import type { Lot, PointsState } from "./domain/types";
import type { MemberFacts } from "./facts";

interface LotRow extends Omit<Lot, "earnedAt" | "availableAt" | "expiresAt" | "origin"> {
  memberId: string;
  earnedAt: string;
  availableAt: string;
  expiresAt: string | null;
  originMemberId: string | null;
  originNo: number | null;
}

/** Every lot of these members, those of some purchases, or those with these numbers: the empty ones too, with what of each has expired. */
export async function readLots(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  { memberIds, purchaseIds, nos }: { memberIds: string[]; purchaseIds?: string[]; nos?: number[] },
): Promise<Map<string, Lot[]>> {
  const ofPurchases = purchaseIds ? tx.sql`and l.purchase_id = any(${purchaseIds})` : tx.sql``;
  const ofNos = nos ? tx.sql`and l.no = any(${nos})` : tx.sql``;
  const rows = await tx.sql<LotRow[]>`
    select l.member_id as "memberId", l.no, l.state, l.points, l.remaining, l.earned_at as "earnedAt",
      l.available_at as "availableAt", l.expires_at as "expiresAt", l.entry_seq as "entrySeq", l.purchase_id as "purchaseId",
      l.validity_months as "validityMonths", l.idle_months as "idleMonths", l.origin_member_id as "originMemberId", l.origin_no as "originNo",
      l.expired_before as "expiredBefore", l.expired_before + coalesce(x.expired, 0)::bigint as expired
    from lot l left join (
      select v.member_id, v.lot_no, -sum(v.points) as expired from lot_movement v
      join ledger_entry e on e.merchant_id = ${merchantId} and e.member_id = v.member_id and e.seq = v.entry_seq and e.kind = 'expire'
      where v.merchant_id = ${merchantId} and v.member_id = any(${memberIds}) group by 1, 2
    ) x on x.member_id = l.member_id and x.lot_no = l.no
    where l.merchant_id = ${merchantId} and l.member_id = any(${memberIds}) ${ofPurchases} ${ofNos}`;
  const lots = new Map<string, Lot[]>();
  for (const { memberId, earnedAt, availableAt, expiresAt, originMemberId, originNo, ...lot } of rows) {
    const read: Lot = {
      ...lot,
      earnedAt: new Date(earnedAt),
      availableAt: new Date(availableAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    };
    if (originMemberId !== null && originNo !== null)
      read.origin = { memberId: originMemberId, no: originNo };
    lots.set(memberId, [...(lots.get(memberId) ?? []), read]);
  }
  return lots;
}

/**
 * A locked member's state with lots that were read beside it: settling may have changed those that were read with the lock,
 * which know of their expiry only what they have just been through.
 */
export function withLots(member: MemberFacts, read: readonly Lot[]): PointsState {
  const byNo = new Map(read.map((lot) => [lot.no, lot]));
  for (const lot of member.lots ?? []) {
    const known = byNo.get(lot.no);
    byNo.set(lot.no, { ...known, ...lot, expired: (known?.expired ?? 0) + (lot.expired ?? 0) });
  }
  return { ...member, lots: [...byNo.values()] };
}
