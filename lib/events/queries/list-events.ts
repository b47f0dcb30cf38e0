import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { programNow } from "@/lib/activities/published-types";

export interface ListedEvent {
  id: string;
  reward: string;
  name: string;
  place: string;
  startsAt: string;
  endsAt: string;
  places: number;
  waitingList: boolean;
  status: "open" | "cancelled";
  booked: number;
  waiting: number;
  checkedIn: number;
}

const atMost = 100;

/** Evenings to come and those of the last weeks, the next one first; and the experiences that there are evenings of. */
export const listEvents = defineQuery({
  name: "event.list",
  permission: "events.read",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    const { merchantId } = actor;
    const since = new Date(now.getTime() - 30 * 86_400_000).toISOString();
    const [rows, program] = await Promise.all([
      database.sql<ListedEvent[]>`
        select e.id, e.reward, e.name, e.place, e.starts_at as "startsAt", e.ends_at as "endsAt", e.places,
          e.waiting_list as "waitingList", e.status, p.*
        from event e cross join lateral (
          select count(*) filter (where p.status = 'booked' and r.status <> 'cancelled') as booked,
            count(*) filter (where p.status = 'waiting') as waiting, count(p.checked_in_at) as "checkedIn"
          from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
          where p.merchant_id = ${merchantId} and p.event_id = e.id) p
        where e.merchant_id = ${merchantId} and e.starts_at >= ${since} order by e.starts_at limit ${atMost}`,
      programNow(database, merchantId, now),
    ]);
    const events = rows.map((row) => ({
      ...row,
      startsAt: new Date(row.startsAt).toISOString(),
      endsAt: new Date(row.endsAt).toISOString(),
    }));
    const isOver = (event: ListedEvent) => new Date(event.endsAt) <= now;
    const experiences = (program?.rewards ?? [])
      .filter(({ gives }) => gives.kind === "experience")
      .map(({ key, name }) => ({ key, name }));
    return {
      coming: events.filter((event) => !isOver(event)),
      past: events.filter(isOver).toReversed(),
      experiences,
    };
  },
});
