import type { Tx } from "@/db/client";

/** An offer as it is stored. */
export interface GiftOfferRow {
  id: string;
  fromMemberId: string;
  toMemberId: string;
  points: number;
  message: string | null;
  status: "offered" | "accepted" | "declined" | "cancelled" | "expired";
  entrySeq: number;
  createdAt: string;
  expiresAt: string;
  decidedAt: string | null;
}

export async function insertOffer(
  tx: Tx,
  merchantId: number,
  offer: Omit<GiftOfferRow, "status" | "createdAt" | "expiresAt" | "decidedAt"> & {
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.sql`
    insert into gift_offer (merchant_id, id, from_member_id, to_member_id, points, message, status, entry_seq, created_at, expires_at)
    values (${merchantId}, ${offer.id}, ${offer.fromMemberId}, ${offer.toMemberId}, ${offer.points}, ${offer.message},
      'offered', ${offer.entrySeq}, ${offer.createdAt.toISOString()}, ${offer.expiresAt.toISOString()})`;
}

/** Null for one that does not exist, or is another shop's. `lock`: nobody else decides it until commit. */
export async function offerById(
  tx: Tx,
  merchantId: number,
  id: string,
  lock = false,
): Promise<GiftOfferRow | null> {
  const [row] = await tx.sql<GiftOfferRow[]>`
    select id, from_member_id as "fromMemberId", to_member_id as "toMemberId", points, message, status,
      entry_seq as "entrySeq", created_at as "createdAt", expires_at as "expiresAt", decided_at as "decidedAt"
    from gift_offer where merchant_id = ${merchantId} and id = ${id} ${lock ? tx.sql`for update` : tx.sql``}`;
  if (!row) return null;
  const iso = (at: string) => new Date(at).toISOString();
  return {
    ...row,
    createdAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
    decidedAt: row.decidedAt === null ? null : iso(row.decidedAt),
  };
}

export async function decideOffer(
  tx: Tx,
  merchantId: number,
  { id, status, now }: { id: string; status: Exclude<GiftOfferRow["status"], "offered">; now: Date },
): Promise<void> {
  await tx.sql`
    update gift_offer set status = ${status}, decided_at = ${now.toISOString()}
    where merchant_id = ${merchantId} and id = ${id} and status = 'offered'`;
}
