import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { endGift } from "./end-gift";

/** Whoever leaves takes back what they offered, and turns down what they were offered: nothing is left on its way. */
export async function endOpenGifts(
  context: { tx: Tx; actor: Actor; now: Date },
  memberId: string,
): Promise<void> {
  for (const { id, from } of await openGifts(context.tx, context.actor.merchantId, memberId)) {
    await endGift(context, { id, as: from === memberId ? "cancelled" : "declined", by: memberId });
  }
}

/** Gifts from a member or to them that wait for an answer. */
export async function openGifts(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  memberId: string,
): Promise<{ id: string; from: string }[]> {
  return await sql<{ id: string; from: string }[]>`
    select id, from_member_id as "from" from gift_offer
    where merchant_id = ${merchantId} and status = 'offered' and (from_member_id = ${memberId} or to_member_id = ${memberId})`;
}
