import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { cardLimits } from "@/lib/access/throttle";
import { Problem } from "@/lib/kernel/problems";
import { queueGiftMail } from "@/lib/messaging/queue-gift-mail";
import { insertOffer, offerById } from "../gift-offers";
import { giftTerms } from "../gift-terms";
import { giftOfferSchema } from "../schemas";

/**
 * A member offers points to another, by their card. The points leave the giver at once, so that they cannot be spent twice,
 * and come back when the other member does not accept within the program's days, or before they would expire.
 */
export const offerGift = defineCommand({
  name: "points.offer-gift",
  permission: "membership.own",
  input: giftOfferSchema,
  limits: cardLimits,
  async run({ actor, input, now, tx }) {
    const { memberId, merchantId } = ownMembership(actor);
    const { id, points, message } = input;
    const known = await offerById(tx, merchantId, id);
    // The form was sent twice: it was one gift.
    if (known?.fromMemberId === memberId) return { id, expiresAt: known.expiresAt };
    if (known) throw new Problem("not_found");
    const { from, to, taken, expiresAt, program, batch } = await giftTerms({ tx, actor, now }, input);
    batch.addPosting(from, taken);
    batch.addAudit(
      auditRow(actor, now, {
        action: "points.offer-gift",
        subject: `member:${from}`,
        after: { to, points },
      }),
    );
    await insertOffer(tx, merchantId, {
      id,
      fromMemberId: from,
      toMemberId: to,
      points,
      message: message ?? null,
      entrySeq: taken.state.entrySeq,
      createdAt: now,
      expiresAt,
    });
    await queueGiftMail(tx, { merchantId, program, memberId: to, points, expiresAt, now });
    tx.last(batch.statement(tx));
    return { id, expiresAt: expiresAt.toISOString() };
  },
});
