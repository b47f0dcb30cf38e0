import type { Verification } from "@/lib/points/verifications";

/** What holds for every redemption, voucher and stock, each as one statement that returns only what is wrong. */
export const rewardVerifications: readonly Verification[] = [
  {
    law: "a redemption's entries add up to the points it cost, or to 0 when it was cancelled",
    find: ({ sql }, id) => sql`
      select 'redemption ' || r.id as subject, (case when r.status = 'cancelled' then 0 else -r.points end)::text as recorded,
        coalesce(e.points, 0)::text as recomputed
      from redemption r
      left join (select redemption_id, sum(points) as points from ledger_entry
          where merchant_id = ${id} and redemption_id is not null and kind in ('spend', 'return') group by 1) e
        on e.redemption_id = r.id
      where r.merchant_id = ${id}
        and coalesce(e.points, 0) <> (case when r.status = 'cancelled' then 0 else -r.points end)`,
  },
  {
    law: "what was given of a reward = its redemptions from stock that were not cancelled, and what they gave to its cause",
    find: ({ sql }, id) => sql`
      select 'reward ' || t.reward as subject, t.given || ' and ' || t.donated as recorded,
        coalesce(r.given, 0) || ' and ' || coalesce(r.donated, 0) as recomputed
      from reward_total t
      left join (select reward, sum(quantity) filter (where stocked) as given, sum(donated) as donated from redemption
          where merchant_id = ${id} and status <> 'cancelled' group by 1) r on r.reward = t.reward
      where t.merchant_id = ${id} and (t.given <> coalesce(r.given, 0) or t.donated <> coalesce(r.donated, 0))`,
  },
  {
    law: "a voucher that has ended says when; what was handed over was used",
    find: ({ sql }, id) => sql`
      select 'redemption ' || id as subject, concat_ws(' ', status, fulfilment, ended_at) as recorded,
        'open without an end, or an end with its time' as recomputed
      from redemption where merchant_id = ${id} and ((status = 'open') <> (ended_at is null)
        or (fulfilment = 'handed-over') <> (status = 'used' and fulfilment is not null)
        or (fulfilment = 'cancelled') <> (status in ('cancelled', 'expired') and fulfilment is not null))`,
  },
];
