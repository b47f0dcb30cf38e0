import type { Sql } from "@/db/client";
import type { Verification } from "./verifications";

/**
 * Refunds and enrolments keep no day of their own: it is told by the shop's clock. Where that has been set to another zone
 * since, the days of before cannot be told any more, and all days are held against all that happened.
 */
const clock = (sql: Sql, id: number) => sql`
  select timezone as zone, exists (select from audit_event where merchant_id = ${id} and action = 'merchant.update-settings'
    and before->>'timezone' is distinct from after->>'timezone') as moved
  from merchant where id = ${id}`;

/** Every day's refunds and enrolments, each as one statement that returns only what is wrong. */
export const dayVerifications: readonly Verification[] = [
  {
    law: "day totals of refunds = refunds of the day",
    find: ({ sql }, id) => sql`
      with clock as (${clock(sql, id)}),
      kept as (select case when not moved then day end as day, sum(refunds) as refunds, sum(refunded) as refunded
        from day_total, clock where merchant_id = ${id} group by 1),
      counted as (select case when not moved then (recorded_at at time zone zone)::date end as day, count(*) as refunds,
          sum(amount) as refunded
        from refund, clock where merchant_id = ${id} group by 1)
      select coalesce('day ' || day, 'all days') as subject,
        coalesce(sum(refunds) filter (where kept), 0) || ' for ' || coalesce(sum(refunded) filter (where kept), 0) as recorded,
        coalesce(sum(refunds) filter (where not kept), 0) || ' for ' || coalesce(sum(refunded) filter (where not kept), 0) as recomputed
      from (select *, true as kept from kept union all select *, false from counted) both_sides
      group by day
      having sum(case when kept then refunds else -refunds end) <> 0 or sum(case when kept then refunded else -refunded end) <> 0`,
  },
  {
    law: "day totals of enrolments = members enrolled that day",
    // Who carries on for another member has the earlier day of both since: theirs may be any day, but they are one.
    find: ({ sql }, id) => sql`
      with clock as (${clock(sql, id)}),
      survivor as (select distinct survivor_id as id from member_merge where merchant_id = ${id}),
      enrolled as (select case when not moved then (enrolled_at at time zone zone)::date end as day, s.id is not null as floating
        from clock cross join member m left join survivor s on s.id = m.id
        where m.merchant_id = ${id} and m.status <> 'undone'),
      kept as (select case when not moved then day end as day, sum(enrolled)::bigint as count
        from day_total, clock where merchant_id = ${id} group by 1),
      counted as (select day, count(*) as count from enrolled where not floating group by 1),
      floats as (select count(*) as count from enrolled where floating)
      select coalesce('day ' || day, 'all days') as subject, recorded::text, recomputed::text
      from (select day, sum(count) filter (where kept) as recorded, sum(count) filter (where not kept) as recomputed
          from (select *, true as kept from kept union all select *, false from counted) both_sides group by 1) d, floats f
      where coalesce(recorded, 0) not between coalesce(recomputed, 0) and coalesce(recomputed, 0) + f.count
      union all
      select 'all days', (select coalesce(sum(count), 0) from kept)::text, (select count(*) from enrolled)::text
      from floats where count > 0 and (select coalesce(sum(count), 0) from kept) <> (select count(*) from enrolled)`,
  },
];
