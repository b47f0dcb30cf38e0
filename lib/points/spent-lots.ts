import type { Tx } from "@/db/client";
import type { Lot } from "./domain/types";
import { spentFor } from "./spent-for";

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
  whose: { merchantId: number; memberId: string },
  by: { entrySeq: number } | { redemption: string },
): Promise<SpentLots> {
  const { merchantId, memberId } = whose;
  const spent =
    "redemption" in by
      ? spentFor(tx.sql, { ...whose, for: by })
      : tx.sql`select v.lot_no, -v.points as points from lot_movement v
          where v.merchant_id = ${merchantId} and v.member_id = ${memberId} and v.entry_seq = ${by.entrySeq}`;
  const rows = await tx.sql<Row[]>`
    select l.no, l.state, l.points, l.remaining, l.earned_at as "earnedAt", l.available_at as "availableAt",
      l.expires_at as "expiresAt", l.entry_seq as "entrySeq", l.purchase_id as "purchaseId",
      l.validity_months as "validityMonths", l.idle_months as "idleMonths", v.points as taken
    from (${spent}) v
    join lot l on l.merchant_id = ${merchantId} and l.member_id = ${memberId} and l.no = v.lot_no`;
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
