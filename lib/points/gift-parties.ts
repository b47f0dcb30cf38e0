import type { Database } from "@/db/client";
import { shortName } from "@/lib/members/domain/short-name";
import type { GiftOfferRow } from "./gift-offers";

/** A gift as one of its two members reads of it. */
export interface GiftParty {
  /** The other member, as little of their name as tells who is meant; null: nameless. */
  other: string | null;
  status: GiftOfferRow["status"];
  message: string | null;
}

/** Who is on the other side of a member's gifts, by id. What staff moved from member to member was no offer: it is not here. */
export async function giftParties(
  { sql }: Pick<Database, "sql">,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  ids: readonly string[],
): Promise<Map<string, GiftParty>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<(Omit<GiftParty, "other"> & { id: string; name: string | null })[]>`
    select g.id, g.status, g.message, o.name from gift_offer g
    join member o on o.merchant_id = ${merchantId}
      and o.id = case when g.from_member_id = ${memberId} then g.to_member_id else g.from_member_id end
    where g.merchant_id = ${merchantId} and g.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, name, ...gift }) => [id, { ...gift, other: shortName(name) }]));
}
