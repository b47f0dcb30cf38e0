import type { StoryEvent } from "./domain/story";
import { iso, type StorySource } from "./story-source";

interface RewardRow {
  id: string;
  at: string;
  by: string;
  name: string;
  quantity: number;
  source: Extract<StoryEvent, { kind: "reward" }>["source"];
  points: number;
  reason: string | null;
  told: boolean;
}

/** Rewards that were taken for points or given. One that is a place at an event is told as that. */
export const rewards: StorySource = {
  kind: "reward",
  part: "rewards",
  permission: "rewards.read",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<RewardRow[]>`
      select r.id, r.redeemed_at as at, r.recorded_by as by, r.name, r.quantity, r.source, r.points, r.reason,
        exists (select from event_place p where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.id = r.id) as told
      from redemption r
      where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and ${behind(sql`r.redeemed_at`, sql`r.id`)}
      order by r.redeemed_at desc, r.id desc limit ${limit}`;
    return rows.map(({ id, at, by, told, ...reward }) => ({
      id,
      at: iso(at),
      by,
      event: told ? null : { kind: "reward" as const, ...reward },
    }));
  },
};

interface EndedRow {
  id: string;
  at: string;
  by: string | null;
  name: string;
  how: Extract<StoryEvent, { kind: "voucher" }>["how"];
  reference: string | null;
  told: boolean;
}

/** What became of vouchers. A treat is used up when it is given, and the door says who came. */
export const vouchers: StorySource = {
  kind: "voucher",
  part: "rewards",
  permission: "rewards.read",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<EndedRow[]>`
      select r.id, r.ended_at as at, r.ended_by as by, r.name, r.status as how, r.ended_reference as reference,
        r.code is null or exists (select from event_place p
          where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.id = r.id
            and (p.checked_in_at is not null or p.ended_at is not null)) as told
      from redemption r
      where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and r.ended_at is not null
        and ${behind(sql`r.ended_at`, sql`r.id`)}
      order by r.ended_at desc, r.id desc limit ${limit}`;
    return rows.map(({ id, at, by, told, ...voucher }) => ({
      id,
      at: iso(at),
      by: voucher.how === "expired" ? null : by,
      event: told ? null : { kind: "voucher" as const, ...voucher },
    }));
  },
};

interface PlaceRow {
  id: string;
  at: string;
  by: string | null;
  what: Extract<StoryEvent, { kind: "place" }>["what"];
  event: string;
  startsAt: string;
  points: number;
}

/** Places at events: asked for, booked, taken, given up. Nobody has so many that they would need an order of their own. */
export const places: StorySource = {
  kind: "place",
  part: "events",
  permission: "events.read",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<PlaceRow[]>`
      select p.id || '.' || v.step as id, v.at, v.by, v.what, e.name as event, e.starts_at as "startsAt",
        case when v.step = 2 then coalesce(r.points, 0) else 0 end as points
      from event_place p
      join event e on e.merchant_id = ${merchantId} and e.id = p.event_id
      left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      cross join lateral (values
        (1, 'asked', case when p.booked_at is null or p.booked_at > p.requested_at then p.requested_at end, null::text),
        (2, 'booked', p.booked_at, null),
        (3, 'came', p.checked_in_at, p.checked_in_by),
        (4, p.status, p.ended_at, null)) v (step, what, at, by)
      where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and v.at is not null
        and ${behind(sql`v.at`, sql`p.id || '.' || v.step`)}
      order by v.at desc, p.id || '.' || v.step desc limit ${limit}`;
    return rows.map(({ id, at, by, startsAt, ...place }) => ({
      id,
      at: iso(at),
      by,
      event: { kind: "place" as const, ...place, startsAt: iso(startsAt) },
    }));
  },
};
