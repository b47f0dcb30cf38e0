import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { cancel } from "@/lib/rewards/cancel";
import { lockEvent } from "./event-facts";
import { freePlace } from "./free-place";

interface ReleaseContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/** Gives a place back with its points, before the event begins, and lets the next one in. `owner`: whose it has to be. */
export async function releasePlace(
  context: ReleaseContext,
  { event, place }: { event: string; place: string },
  owner?: string,
): Promise<{ points: { returned: number }; promoted: number }> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  const facts = await lockEvent(tx, merchantId, event);
  const [held] = await tx.sql<{ memberId: string; status: string; checkedIn: boolean; gone: boolean }[]>`
    select p.member_id as "memberId", p.status, p.checked_in_at is not null as "checkedIn",
      coalesce(r.status = 'cancelled', false) or m.status = 'erased' as gone
    from event_place p join member m on m.merchant_id = ${merchantId} and m.id = p.member_id
    left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
    where p.merchant_id = ${merchantId} and p.event_id = ${event} and p.id = ${place}`;
  if (!held || (owner !== undefined && held.memberId !== owner)) throw new Problem("not_found");
  if (held.status !== "booked" && held.status !== "waiting") throw new Problem("already_decided");
  if (held.checkedIn) throw new Problem("already_checked_in");
  if (facts.startsAt <= now && owner !== undefined) throw new Problem("event_begun");
  const booked = held.status === "booked" && !held.gone;
  const returned = booked ? (await cancel(context, { redemption: place })).points.returned : 0;
  const { promoted } = await freePlace(context, facts, { place, memberId: held.memberId, returned });
  return { points: { returned }, promoted };
}
