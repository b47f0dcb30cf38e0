import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { cardDigits, normaliseCard } from "@/lib/kernel/card-number";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { queueGiftMail } from "@/lib/messaging/queue-gift-mail";
import { takeForGift } from "../domain/gift-offer";
import { insertOffer, offerById } from "../gift-offers";
import { lockMembers } from "../lock-members";
import { giftOfferSchema } from "../schemas";

const day = 86_400_000;

/**
 * A member offers points to another, by their card. The points leave the giver at once, so that they cannot be spent twice,
 * and come back when the other member does not accept within the program's days, or before they would expire.
 */
export const offerGift = defineCommand({
  name: "points.offer-gift",
  permission: "membership.own",
  input: giftOfferSchema,
  async run({ actor, input, now, tx }) {
    const { memberId, merchantId } = ownMembership(actor);
    const known = await offerById(tx, merchantId, input.id);
    // The form was sent twice: it was one gift.
    if (known?.fromMemberId === memberId) return { id: known.id, expiresAt: known.expiresAt };
    if (known) throw new Problem("not_found");
    const given = normaliseCard(input.card).replace(/\D/g, "").length;
    if (given !== cardDigits) throw fieldProblem("card", "card_digits", { wanted: cardDigits, given });
    const locked = await lockMembers({ tx, actor, now }, [
      { path: "from", ref: { id: memberId } },
      { path: "card", ref: { card: input.card }, unknown: "card_unknown" },
    ]);
    const { batch, program } = locked;
    const [from, to] = locked.members;
    if (!to) throw new Error("two members were asked for");
    if (!program.gifts.enabled) throw new Problem("gifts_disabled");
    if (from.id === to.id)
      throw new Problem("gift_to_self", { fields: [{ path: "card", code: "gift_to_self" }] });
    const note = { giftId: input.id, reason: input.message };
    const taken = takeForGift(from, { points: input.points, at: now, note });
    if (!taken.ok) {
      const { code, params } = taken;
      throw new Problem(code, { params, fields: [{ path: "points", code, params }] });
    }
    batch.addPosting(from.id, taken);
    const latest = new Date(now.getTime() + program.gifts.acceptDays * day);
    const expiresAt = taken.firstExpiry && taken.firstExpiry < latest ? taken.firstExpiry : latest;
    batch.addAudit(
      auditRow(actor, now, {
        action: "points.offer-gift",
        subject: `member:${from.id}`,
        after: { to: to.id, points: input.points },
      }),
    );
    await insertOffer(tx, merchantId, {
      id: input.id,
      fromMemberId: from.id,
      toMemberId: to.id,
      points: input.points,
      message: input.message ?? null,
      entrySeq: taken.state.entrySeq,
      createdAt: now,
      expiresAt,
    });
    await queueGiftMail(tx, { merchantId, program, memberId: to.id, points: input.points, expiresAt, now });
    tx.last(batch.statement(tx));
    return { id: input.id, expiresAt: expiresAt.toISOString() };
  },
});
