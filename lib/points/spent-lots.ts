import type { Tx } from "@/db/client";
import type { Lot } from "./domain/types";

/** What one spending took, and from where. The member is locked. */
export interface SpentLots {
  taken: { lotNo: number; points: number }[];
  /** The lots themselves, empty ones too. */
  lots: Lot[];
}

type Row = Omit<Lot, "earnedAt" | "availableAt" | "expiresAt"> & {
  earnedAt: string;
  availableAt: string;
  expiresAt: string | null;
  taken: number;
};

export async function spentLots(
  tx: Tx,
  { merchantId, memberId, entrySeq }: { merchantId: number; memberId: string; entrySeq: number },
): Promise<SpentLots> {
  const rows = await tx.sql<Row[]>`
    select l.no, l.state, l.points, l.remaining, l.earned_at as "earnedAt", l.available_at as "availableAt",
      l.expires_at as "expiresAt", l.entry_seq as "entrySeq", l.purchase_id as "purchaseId",
      l.validity_months as "validityMonths", l.idle_months as "idleMonths", -v.points as taken
    from lot_movement v
    join lot l on l.merchant_id = ${merchantId} and l.member_id = ${memberId} and l.no = v.lot_no
    where v.merchant_id = ${merchantId} and v.member_id = ${memberId} and v.entry_seq = ${entrySeq}`;
  return {
    taken: rows.map(({ no, taken }) => ({ lotNo: no, points: taken })),
    lots: rows.map(({ taken, ...lot }) => ({
      ...lot,
      earnedAt: new Date(lot.earnedAt),
      availableAt: new Date(lot.availableAt),
      expiresAt: lot.expiresAt === null ? null : new Date(lot.expiresAt),
    })),
  };
}
