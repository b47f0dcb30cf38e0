import type { Database } from "@/db/client";
import { freePlaces } from "./domain/places";

/** The evening of an experience that begins next. */
export interface NextEvening {
  startsAt: string;
  /** 0 while anybody waits: nobody passes them. */
  free: number;
  waiting: number;
  waitingList: boolean;
}

interface Row {
  reward: string;
  startsAt: string;
  places: number;
  waitingList: boolean;
  booked: number;
  waiting: number;
}

/** Of each experience that has an evening to come the next one, by the reward's key. */
export async function nextEvenings(
  { sql }: Pick<Database, "sql">,
  { merchantId, now }: { merchantId: number; now: Date },
): Promise<Map<string, NextEvening>> {
  const rows = await sql<Row[]>`
    select e.reward, e.starts_at as "startsAt", e.places, e.waiting_list as "waitingList", c.*
    from (select distinct on (reward) id, reward, starts_at, places, waiting_list from event
      where merchant_id = ${merchantId} and status = 'open' and starts_at > ${now.toISOString()}
      order by reward, starts_at, id) e
    cross join lateral (
      select count(*) filter (where p.status = 'booked' and r.status <> 'cancelled') as booked,
        count(*) filter (where p.status = 'waiting') as waiting
      from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      where p.merchant_id = ${merchantId} and p.event_id = e.id) c`;
  return new Map(
    rows.map(({ reward, startsAt, waiting, waitingList, ...row }) => [
      reward,
      {
        startsAt: new Date(startsAt).toISOString(),
        free: waiting > 0 ? 0 : freePlaces(row),
        waiting,
        waitingList,
      },
    ]),
  );
}
