import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { cancel } from "@/lib/rewards/cancel";
import { lockEvent, refuseEnded } from "../event-facts";
import { eventIdSchema } from "../schemas";

/** Calls an evening off: everybody who has a place gets their points back, to the lots that they came from. */
export const cancelEvent = defineCommand({
  name: "event.cancel",
  permission: "events.manage",
  input: eventIdSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const event = await lockEvent(tx, merchantId, input.event);
    refuseEnded(event, now);
    const booked = await tx.sql<{ id: string }[]>`
      select p.id from event_place p join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      where p.merchant_id = ${merchantId} and p.event_id = ${event.id} and p.status = 'booked' and r.status = 'open'
      order by p.member_id`;
    let returned = 0;
    for (const { id } of booked) {
      returned += (await cancel({ tx, actor, now }, { redemption: id, reason: event.name })).points.returned;
      await tx.flush();
    }
    await tx.sql`
      update event_place set status = 'cancelled', ended_at = ${now.toISOString()}
      where merchant_id = ${merchantId} and event_id = ${event.id} and status in ('booked', 'waiting') and checked_in_at is null`;
    await tx.sql`update event set status = 'cancelled' where merchant_id = ${merchantId} and id = ${event.id}`;
    audit(tx, actor, now, {
      action: "event.cancel",
      subject: `event:${event.id}`,
      after: { places: booked.length, returned },
    });
    return { places: booked.length, points: { returned } };
  },
});
