import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { programNow } from "@/lib/activities/published-types";
import { Problem } from "@/lib/kernel/problems";
import { priceFor } from "@/lib/rewards/domain/offer";
import { tierKeyNow } from "@/lib/tiers/tier-now";
import { freePlaces } from "../domain/places";

export interface OwnEvent {
  id: string;
  name: string;
  place: string;
  startsAt: string;
  /** Points; null for one that is not for sale to this member. */
  price: number | null;
  free: number;
  waitingList: boolean;
  begun: boolean;
  /** What this member has of it. `position`: their turn among those who wait. */
  own: {
    id: string;
    status: "booked" | "waiting" | "passed";
    code: string | null;
    position: number;
    checkedIn: boolean;
  } | null;
}

interface Row extends Omit<OwnEvent, "price" | "free" | "begun" | "own"> {
  reward: string;
  places: number;
  booked: number;
  waiting: number;
  own: OwnEvent["own"];
}

/** The evenings to come, and what the signed-in customer has of each. */
export const listOwnEvents = defineQuery({
  name: "event.list-own",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<{ events: OwnEvent[]; balance: number }> {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    const [rows, program, tier, [member]] = await Promise.all([
      database.sql<Row[]>`
        select e.id, e.reward, e.name, e.place, e.starts_at as "startsAt", e.places, e.waiting_list as "waitingList", c.*,
          (select json_build_object('id', p.id, 'status', p.status, 'code', r.code, 'checkedIn', p.checked_in_at is not null,
              'position', (select count(*) from event_place w where w.merchant_id = ${merchantId} and w.event_id = e.id
                and w.status = 'waiting' and w.turn <= p.turn))
            from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
            where p.merchant_id = ${merchantId} and p.event_id = e.id and p.member_id = ${memberId}
              and p.status <> 'cancelled' and coalesce(r.status, 'open') <> 'cancelled'
            order by p.turn desc limit 1) as own
        from event e cross join lateral (
          select count(*) filter (where p.status = 'booked' and r.status <> 'cancelled') as booked,
            count(*) filter (where p.status = 'waiting') as waiting
          from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
          where p.merchant_id = ${merchantId} and p.event_id = e.id) c
        where e.merchant_id = ${merchantId} and e.status = 'open' and e.ends_at > ${now.toISOString()}
        order by e.starts_at limit 50`,
      programNow(database, merchantId, now),
      tierKeyNow(database, { merchantId, memberId, now }),
      database.sql<{ balance: number }[]>`
        select balance from member where merchant_id = ${merchantId} and id = ${memberId} and status = 'active'`,
    ]);
    const tierOrder = program?.tiers.map(({ key }) => key) ?? [];
    const events = rows.map(({ reward: key, places, booked, waiting, startsAt, ...row }): OwnEvent => {
      const reward = program?.rewards.find((one) => one.key === key);
      return {
        ...row,
        startsAt: new Date(startsAt).toISOString(),
        price: reward ? priceFor(reward, { tier, tierOrder }) : null,
        free: waiting > 0 ? 0 : freePlaces({ places, booked }),
        begun: new Date(startsAt) <= now,
      };
    });
    return { events, balance: member?.balance ?? 0 };
  },
});
