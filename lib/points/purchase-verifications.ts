import type { Verification } from "./verifications";

/** What holds between purchases, their lines, refunds, gifts and the ledger, each as one statement that returns only what is wrong. */
export const purchaseVerifications: readonly Verification[] = [
  {
    law: "a purchase comes to what its lines add up to",
    find: ({ sql }, id) => sql`
      select 'purchase ' || p.id as subject, p.amount || ', refunded ' || p.refunded as recorded,
        coalesce(l.amount, 0) || ', refunded ' || coalesce(l.refunded, 0) as recomputed
      from purchase p left join (select purchase_id, sum(amount) as amount, sum(refunded_amount) as refunded from purchase_line
          where merchant_id = ${id} group by 1) l on l.purchase_id = p.id
      where p.merchant_id = ${id} and (p.amount <> coalesce(l.amount, 0) or p.refunded <> coalesce(l.refunded, 0))`,
  },
  {
    law: "what went back of a purchase = its refunds",
    // Money and points go back in proportion of the whole, rounded half up, so that no sum of refunds drifts.
    find: ({ sql }, id) => sql`
      with told as (
        select p.id, p.refunded, p.points_taken, p.refunded - s.paid as money, s.points as returned,
          coalesce(r.refunded, 0) as refunds, coalesce(r.taken, 0) as taken, coalesce(r.money, 0) as paid_out,
          coalesce(r.returned, 0) as given_back
        from purchase p
        cross join lateral (select
          coalesce(floor((2::numeric * p.paid_with_points * p.refunded + p.amount) / nullif(2 * p.amount, 0)), 0) as paid,
          coalesce(floor((2::numeric * p.points_tendered * p.refunded + p.amount) / nullif(2 * p.amount, 0)), 0) as points) s
        left join (select purchase_id, sum(amount) as refunded, sum(points_taken) as taken, sum(money) as money,
            sum(points_returned) as returned from refund where merchant_id = ${id} group by 1) r on r.purchase_id = p.id
        where p.merchant_id = ${id})
      select 'purchase ' || id as subject,
        refunded || ', money ' || money || ', points ' || returned || ', taken ' || points_taken as recorded,
        refunds || ', money ' || paid_out || ', points ' || given_back || ', taken ' || taken as recomputed
      from told where (refunded, money, returned, points_taken) is distinct from (refunds, paid_out, given_back, taken)`,
  },
  {
    law: "a refund comes to what its lines add up to",
    find: ({ sql }, id) => sql`
      select 'refund ' || r.id as subject, r.amount::text as recorded, l.amount::text as recomputed
      from refund r cross join lateral (select coalesce(sum((line->>'amount')::bigint), 0) as amount
          from jsonb_array_elements(r.lines) line) l
      where r.merchant_id = ${id} and r.amount <> l.amount`,
  },
  {
    law: "a purchase awards and takes what its entries do",
    find: ({ sql }, id) => sql`
      select 'purchase ' || p.id as subject, p.points || ', held ' || p.pending || ', paid ' || p.points_tendered as recorded,
        coalesce(e.earned, 0) || ', held ' || coalesce(e.held, 0) || ', paid ' || coalesce(e.paid, 0) as recomputed
      from purchase p left join (select purchase_id,
          sum(points + pending) filter (where kind = 'earn') as earned, sum(pending) filter (where kind = 'earn') as held,
          -sum(points) filter (where kind = 'spend') as paid
        from ledger_entry where merchant_id = ${id} and purchase_id is not null and kind in ('earn', 'spend') group by 1) e
        on e.purchase_id = p.id
      where p.merchant_id = ${id} and (p.points <> coalesce(e.earned, 0) or p.pending <> coalesce(e.held, 0)
        or p.points_tendered <> coalesce(e.paid, 0))`,
  },
  {
    law: "a refund takes, writes off and returns what its entries do",
    find: ({ sql }, id) => sql`
      select 'refund ' || coalesce(r.id, e.refund_id) as subject,
        concat_ws(' ', r.points_taken, r.written_off, r.points_returned) as recorded,
        concat_ws(' ', coalesce(e.taken, 0), coalesce(e.lost, 0), coalesce(e.returned, 0)) as recomputed
      from (select id, points_taken, written_off, points_returned from refund where merchant_id = ${id}) r
      full join (select refund_id, -sum(points + pending) filter (where kind = 'refund') as taken,
          sum(points + pending) filter (where kind = 'write-off') as lost,
          sum(points + pending) filter (where kind = 'return') as returned
        from ledger_entry where merchant_id = ${id} and refund_id is not null group by 1) e on e.refund_id = r.id
      where (r.points_taken, r.written_off, r.points_returned)
        is distinct from (coalesce(e.taken, 0), coalesce(e.lost, 0), coalesce(e.returned, 0))`,
  },
  {
    law: "a gift left one member and arrived with another",
    find: ({ sql }, id) => sql`
      select 'gift ' || g.id as subject, g.points::text as recorded,
        'out ' || coalesce(e.taken, 0) || ', in ' || coalesce(e.arrived, 0) as recomputed
      from gift g left join (select gift_id, -sum(points) filter (where kind = 'gift-out') as taken,
          sum(points) filter (where kind = 'gift-in') as arrived
        from ledger_entry where merchant_id = ${id} and gift_id is not null group by 1) e on e.gift_id = g.id
      where g.merchant_id = ${id} and (coalesce(e.taken, 0) <> g.points or coalesce(e.arrived, 0) <> g.points)`,
  },
];
