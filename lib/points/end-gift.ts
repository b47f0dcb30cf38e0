import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { lookAgain } from "@/lib/kernel/look-again";
import { Problem } from "@/lib/kernel/problems";
import { giveBackGift, receiveGift } from "./domain/gift-offer";
import { decideOffer, type GiftOfferRow, offerById } from "./gift-offers";
import { lockMembers } from "./lock-members";
import { withLots } from "./read-lots";
import { spentLots } from "./spent-lots";

export type GiftEnd = Exclude<GiftOfferRow["status"], "offered">;

interface Context {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/** Who may end an offer how: the other member accepts or declines, the giver cancels, time lets it expire. */
const sideOf: Record<GiftEnd, "toMemberId" | "fromMemberId" | null> = {
  accepted: "toMemberId",
  declined: "toMemberId",
  cancelled: "fromMemberId",
  expired: null,
};

/**
 * Ends an offer, once. Of two who decide at the same moment the second finds it decided; asking for what it is already
 * changes nothing. Members are locked before the offer, as everywhere.
 */
export async function endGift(
  context: Context,
  { id, as, by }: { id: string; as: GiftEnd; by: string | null },
): Promise<{ status: GiftEnd; points: number }> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  const seen = await offerById(tx, merchantId, id);
  const side = sideOf[as];
  // Another member's gift is answered like one that does not exist.
  if (!seen || (side && seen[side] !== by)) throw new Problem("not_found");
  const { batch, members } = await lockMembers(context, [
    { path: "gift", ref: { id: seen.fromMemberId } },
    { path: "gift", ref: { id: seen.toMemberId } },
  ]);
  const [from, to] = members;
  const offer = await offerById(tx, merchantId, id, true);
  if (!offer || !to) throw new Problem("not_found");
  if (offer.status === as) return { status: as, points: offer.points };
  if (offer.status !== "offered") throw new Problem("gift_decided");
  if (offer.toMemberId !== to.id) throw lookAgain("a gift is for another by now");
  const isOver = new Date(offer.expiresAt) <= now;
  if (as === "accepted" && isOver) throw new Problem("gift_expired");
  const spent = await spentLots(tx, { merchantId, memberId: from.id }, offer);
  const note = { giftId: id };
  if (as === "accepted") {
    const parts = spent.taken.map(({ lotNo, points }) => {
      const lot = spent.lots.find((one) => one.no === lotNo);
      if (!lot) throw new Error(`lot ${lotNo} was not read`);
      const { earnedAt, expiresAt, validityMonths, idleMonths } = lot;
      return { points, earnedAt, expiresAt, validityMonths, idleMonths };
    });
    batch.addPosting(to.id, receiveGift(to, { parts, at: now, note }));
  } else {
    const state = withLots(from, spent.lots);
    const back = { ...note, reversesSeq: offer.entrySeq };
    batch.addPosting(from.id, giveBackGift(state, { taken: spent.taken, at: now, note: back }));
  }
  await decideOffer(tx, merchantId, { id, status: as, now });
  batch.addAudit(
    auditRow(actor, now, {
      action: `points.gift-${as}`,
      subject: `member:${offer.fromMemberId}`,
      after: { to: offer.toMemberId, points: offer.points },
    }),
  );
  tx.last(batch.statement(tx));
  return { status: as, points: offer.points };
}
