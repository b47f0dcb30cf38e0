import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { type EventFacts, lockEvent } from "./event-facts";
import { fillPlaces } from "./fill-places";

interface FreeContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

interface Freed {
  place: string;
  memberId: string;
  /** Points that came back with it. */
  returned: number;
}

/** Ends a place that was given back, and lets the next one in while the evening has not begun. The event is locked. */
export async function freePlace(
  context: FreeContext,
  { id: event, startsAt }: EventFacts,
  { place, memberId, returned }: Freed,
): Promise<{ promoted: number }> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  tx.last(tx.sql`
    update event_place set status = 'cancelled', ended_at = ${now.toISOString()}
    where merchant_id = ${merchantId} and event_id = ${event} and id = ${place}`);
  audit(tx, actor, now, {
    action: "event.release",
    subject: `event:${event}`,
    after: { member: memberId, returned },
  });
  if (startsAt <= now) return { promoted: 0 };
  return { promoted: await fillPlaces(context, await lockEvent(tx, merchantId, event)) };
}
