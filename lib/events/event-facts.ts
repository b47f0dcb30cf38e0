import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";

export interface EventFacts {
  id: string;
  reward: string;
  name: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  places: number;
  waitingList: boolean;
  status: "open" | "cancelled";
  booked: number;
  waiting: number;
  /** Of whoever asks next. */
  nextTurn: number;
}

type Row = Omit<EventFacts, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string };

/**
 * Locks an event until commit and says how full it is. Before any member: whoever cancels has their place taken by another
 * member, so members are locked one after the other under the event's lock and never the other way round.
 */
export async function lockEvent(tx: Tx, merchantId: number, id: string): Promise<EventFacts> {
  await tx.flush();
  const [locked] = await tx.sql`
    select id from event where merchant_id = ${merchantId} and id = ${id} for update`;
  if (!locked) throw new Problem("not_found");
  const [row] = await tx.sql<Row[]>`
    select e.id, e.reward, e.name, e.place, e.starts_at as "startsAt", e.ends_at as "endsAt", e.places,
      e.waiting_list as "waitingList", e.status, p.*
    from event e cross join lateral (
      select count(*) filter (where p.status = 'booked' and r.status <> 'cancelled') as booked,
        count(*) filter (where p.status = 'waiting') as waiting, coalesce(max(p.turn), 0) + 1 as "nextTurn"
      from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      where p.merchant_id = ${merchantId} and p.event_id = ${id}) p
    where e.merchant_id = ${merchantId} and e.id = ${id}`;
  if (!row) throw new Problem("not_found");
  return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) };
}

/** An event that is over, or off, takes nobody. */
export function refuseEnded({ status, endsAt }: EventFacts, now: Date): void {
  if (status === "cancelled") throw new Problem("event_cancelled");
  if (endsAt <= now) throw new Problem("event_over");
}
