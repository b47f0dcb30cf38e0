import { defineCommand } from "@/lib/access/define-command";
import { claimMailDay } from "../claim-mail-day";
import { composeExpiryMail } from "../compose-expiry-mail";
import { noteSweep } from "../daily-sweep";
import { dueWarnings } from "../domain/due-warnings";
import { membersLosing } from "../members-losing";
import { noteWarnings } from "../note-warnings";
import { queueMemberMail } from "../queue-member-mail";
import { mailSecret } from "../unsubscribe-token";
import { type Warned, warningRound, warningRoundSchema } from "../warning-round";

/**
 * Tells the next members in the order of their ids what of theirs is about to expire, in one mail each, and notes what each
 * was told with it. Killed in the middle, none of these was told, and the next run begins again: who was told before is noted.
 */
export const warnMembers = defineCommand({
  name: "messaging.warn-members",
  permission: "points.run-due",
  input: warningRoundSchema,
  async run({ actor, input, now, tx }): Promise<Warned> {
    const { merchantId } = actor;
    const round = await warningRound(tx, "expiry-warnings", { merchantId, now }, input);
    if (!round) return { warned: 0, after: null };
    const { shop, program, days, sendAt, today, until } = round;
    const found = await membersLosing(tx, {
      merchantId,
      zone: shop.timezone,
      now: sendAt,
      until,
      today,
      after: input.after,
      limit: input.limit,
    });
    const due = found.members.flatMap((member) => {
      const told = dueWarnings(member.losing, { today, days, sent: new Set(member.sent) });
      return told.length > 0 ? [{ ...member, told }] : [];
    });
    const mailIds = await claimMailDay(tx, { merchantId, day: today, memberIds: due.map((one) => one.id) });
    const secret = mailIds.size > 0 ? await mailSecret(tx, merchantId) : "";
    for (const { told, ...member } of due) {
      const mailId = mailIds.get(member.id);
      if (!mailId) continue;
      await queueMemberMail(tx, {
        shop,
        member,
        kind: "expiry",
        about: "expiry",
        mailId,
        secret,
        now,
        sendAt,
        compose: (reader) =>
          composeExpiryMail({ shop, pointValue: program.pointValue, losing: told, ...reader }),
      });
      await noteWarnings(tx, { merchantId, memberId: member.id, about: "points", mailId, told });
    }
    if (!found.after) await noteSweep(tx, merchantId, "expiry-warnings", today);
    return { warned: mailIds.size, after: found.after };
  },
});
