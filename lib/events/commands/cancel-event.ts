import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { queueEventMail } from "@/lib/messaging/queue-event-mail";
import { cancel } from "@/lib/rewards/cancel";
import { lockEvent, refuseEnded } from "../event-facts";
import { eventIdSchema } from "../schemas";

/** Calls an evening off: everybody who has a place gets their points back, to the lots that they came from, and is told by mail. */
export const cancelEvent = defineCommand({
  name: "event.cancel",
  permission: "events.manage",
  input: eventIdSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const event = await lockEvent(tx, merchantId, input.event);
    refuseEnded(event, now);
    const booked = await tx.sql<{ id: string; memberId: string }[]>`
      select p.id, p.member_id as "memberId" from event_place p join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      join member m on m.merchant_id = ${merchantId} and m.id = p.member_id and m.status <> 'erased'
      where p.merchant_id = ${merchantId} and p.event_id = ${event.id} and p.status = 'booked' and r.status = 'open'
      order by p.member_id`;
    const told: { memberId: string; points: number }[] = [];
    for (const { id, memberId } of booked) {
      const { points } = await cancel({ tx, actor, now }, { redemption: id, reason: event.name });
      told.push({ memberId, points: points.returned });
      await tx.flush();
    }
    const ended = await tx.sql<{ memberId: string }[]>`
      update event_place set status = 'cancelled', ended_at = ${now.toISOString()}
      where merchant_id = ${merchantId} and event_id = ${event.id} and status in ('booked', 'waiting') and checked_in_at is null
      returning member_id as "memberId"`;
    await tx.sql`update event set status = 'cancelled' where merchant_id = ${merchantId} and id = ${event.id}`;
    const paid = new Set(told.map(({ memberId }) => memberId));
    const waited = ended.filter(({ memberId }) => !paid.has(memberId));
    await queueEventMail(tx, {
      merchantId,
      news: "event-off",
      event,
      to: [...told, ...waited.map(({ memberId }) => ({ memberId, points: 0 }))],
      now,
    });
    const returned = told.reduce((sum, { points }) => sum + points, 0);
    audit(tx, actor, now, {
      action: "event.cancel",
      subject: `event:${event.id}`,
      after: { places: booked.length, returned },
    });
    return { places: booked.length, points: { returned } };
  },
});
