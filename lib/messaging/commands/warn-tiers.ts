import { defineCommand } from "@/lib/access/define-command";
import { projectTier } from "@/lib/tiers/domain/project-tier";
import { shopTiers } from "@/lib/tiers/shop-tiers";
import { claimMailDay } from "../claim-mail-day";
import { composeTierMail } from "../compose-tier-mail";
import { noteSweep } from "../daily-sweep";
import { dueWarnings } from "../domain/due-warnings";
import { membersLosingTier } from "../members-losing-tier";
import { noteWarnings } from "../note-warnings";
import { queueMemberMail } from "../queue-member-mail";
import { mailSecret } from "../unsubscribe-token";
import { type Warned, warningRound, warningRoundSchema } from "../warning-round";

/**
 * Tells the next members in the order of their ids what is missing for the tier that they have, as many days before it ends
 * as they are told of points. Who has had a mail today is told tomorrow. Goes on after a kill as `warnMembers` does.
 */
export const warnTiers = defineCommand({
  name: "messaging.warn-tiers",
  permission: "points.run-due",
  input: warningRoundSchema,
  async run({ actor, input, now, tx }): Promise<Warned> {
    const { merchantId } = actor;
    const ladder = await shopTiers(tx, merchantId);
    const round = ladder && (await warningRound(tx, "tier-warnings", { merchantId, now }, input));
    if (!round) return { warned: 0, after: null };
    const { shop, program, days, sendAt, today, until } = round;
    const { after, limit } = input;
    const found = await membersLosingTier(tx, { merchantId, until, today, after, limit });
    const due = found.members.flatMap(({ standing, enrolledAt, sent, ...member }) => {
      const place = { zone: ladder.zone, enrolledAt };
      const projection = projectTier(standing, sendAt, ladder.rules, place);
      const lastDay = projection.keep?.by;
      if (!lastDay) return [];
      const told = dueWarnings([{ lastDay }], { today, days, sent: new Set(sent) });
      return told.length > 0 ? [{ ...member, projection, lastDay, told }] : [];
    });
    const mailIds = await claimMailDay(tx, { merchantId, day: today, memberIds: due.map((one) => one.id) });
    const secret = mailIds.size > 0 ? await mailSecret(tx, merchantId) : "";
    for (const { projection, lastDay, told, ...member } of due) {
      const mailId = mailIds.get(member.id);
      if (!mailId) continue;
      await queueMemberMail(tx, {
        shop,
        member,
        kind: "tier",
        about: "tier",
        mailId,
        secret,
        now,
        sendAt,
        compose: (reader) => composeTierMail({ shop, tiers: program.tiers, projection, lastDay, ...reader }),
      });
      await noteWarnings(tx, { merchantId, memberId: member.id, about: "tier", mailId, told });
    }
    if (!found.after) await noteSweep(tx, merchantId, "tier-warnings", today);
    return { warned: mailIds.size, after: found.after };
  },
});
