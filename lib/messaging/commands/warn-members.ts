import { z } from "zod";
import type { Tx } from "@/db/client";
import { defineCommand } from "@/lib/access/define-command";
import { shopById } from "@/lib/access/shop";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { id } from "@/lib/kernel/fields";
import { publishedProgram } from "@/lib/program/published-program";
import { dueWarnings, farthestAhead } from "../domain/due-warnings";
import { mailMayGoAt } from "../domain/quiet-hours";
import { claimMailDay, membersLosing } from "../members-losing";
import { noteWarnings, queueExpiryMail } from "../queue-expiry-mail";
import { mailSecret } from "../unsubscribe-token";

interface Warned {
  /** Mails queued. */
  warned: number;
  /** Where to go on; null at the end. */
  after: string | null;
}

/**
 * Tells the next members in the order of their ids what of theirs is about to expire, in one mail each, and notes what each
 * was told with it. Killed in the middle, none of these was told, and the next run begins again: who was told before is noted.
 */
export const warnMembers = defineCommand({
  name: "messaging.warn-members",
  permission: "points.run-due",
  input: z.strictObject({
    after: id().optional(),
    hourly: z.boolean().default(false),
    limit: z.int().min(1).max(2000).default(300),
  }),
  async run({ actor, input, now, tx }): Promise<Warned> {
    const { merchantId } = actor;
    const [shop, program] = await Promise.all([
      shopById(tx, merchantId),
      publishedProgram(tx, merchantId, now),
    ]);
    const days = program?.warnings.days ?? [];
    if (!program || days.length === 0) return { warned: 0, after: null };
    const sendAt = mailMayGoAt(now, program.mail.quietHours, shop.timezone);
    // By the day on which it is read: written at 23:00 and sent at 9:00, it is about tomorrow.
    const today = localDate(sendAt, shop.timezone);
    const until = startOfDay(addDays(today, farthestAhead(days) + 1), shop.timezone);
    if (input.hourly && !input.after && (await sweptOn(tx, merchantId)) >= today)
      return { warned: 0, after: null };
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
    let warned = 0;
    for (const { told, ...member } of due) {
      const mailId = mailIds.get(member.id);
      if (!mailId) continue;
      await queueExpiryMail(tx, { shop, program, member, told, mailId, secret, now, sendAt });
      await noteWarnings(tx, { merchantId, memberId: member.id, mailId, told });
      warned += 1;
    }
    if (!found.after) await noteSweep(tx, merchantId, today);
    return { warned, after: found.after };
  },
});

/** The last local day for which the members were gone through to the end. */
async function sweptOn({ sql }: Tx, merchantId: number): Promise<string> {
  const [row] = await sql<{ day: string }[]>`
    select day::text as day from daily_sweep where merchant_id = ${merchantId} and work = 'expiry-warnings'`;
  return row?.day ?? "";
}

async function noteSweep({ sql }: Tx, merchantId: number, day: string): Promise<void> {
  await sql`
    insert into daily_sweep (merchant_id, work, day) values (${merchantId}, 'expiry-warnings', ${day})
    on conflict (merchant_id, work) do update set day = greatest(daily_sweep.day, excluded.day)`;
}
