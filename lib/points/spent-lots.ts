import type { Tx } from "@/db/client";
import type { Lot } from "./domain/types";
import { readLots } from "./read-lots";
import { spentFor } from "./spent-for";

/** What one spending took, and from where. The member is locked. */
export interface SpentLots {
  taken: { lotNo: number; points: number }[];
  /** The lots themselves, empty ones too. */
  lots: Lot[];
}

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
  const taken = await tx.sql<SpentLots["taken"]>`select s.lot_no as "lotNo", s.points from (${spent}) s`;
  const nos = taken.map(({ lotNo }) => lotNo);
  const lots = await readLots(tx, merchantId, { memberIds: [memberId], nos });
  return { taken: [...taken], lots: lots.get(memberId) ?? [] };
}
