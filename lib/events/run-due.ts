import type { Execution } from "@/lib/access/define-command";
import { fillEvent } from "./commands/fill-event";

/** Gives free places of evenings to come to those who wait, as of `now`: an event in each transaction. */
export async function eventsDue(execution: Execution): Promise<{ placesFilled: number }> {
  const { actor, database, now } = execution;
  const events = await database.sql<{ id: string }[]>`
    select e.id from event e
    where e.merchant_id = ${actor.merchantId} and e.starts_at > ${now.toISOString()} and e.status = 'open'
      and exists (select from event_place w where w.merchant_id = ${actor.merchantId} and w.event_id = e.id and w.status = 'waiting')
      and e.places > (select count(*) from event_place p
        join redemption r on r.merchant_id = ${actor.merchantId} and r.id = p.id and r.status <> 'cancelled'
        where p.merchant_id = ${actor.merchantId} and p.event_id = e.id and p.status = 'booked')
    order by e.starts_at, e.id`;
  let placesFilled = 0;
  for (const { id } of events) placesFilled += (await fillEvent.execute(execution, { event: id })).promoted;
  return { placesFilled };
}
