import type { Database } from "@/db/client";
import { tallyDifferences } from "@/lib/tiers/tally-differences";

export interface Found {
  /** Where one reading tells of several laws: which of them is broken. */
  law?: string;
  subject: string;
  recorded: string;
  recomputed: string;
}

export interface Verification {
  law: string;
  find(database: Database, merchantId: number): Promise<Found[]>;
}

/** Case 28 and what it stands on, each as one statement that returns only what is wrong. */
export const verifications: readonly Verification[] = [
  {
    law: "balance = sum of entries",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, m.balance::text as recorded, coalesce(e.points, 0)::text as recomputed
      from member m left join (select member_id, sum(points) as points from ledger_entry where merchant_id = ${id} group by 1) e
        on e.member_id = m.id
      where m.merchant_id = ${id} and m.balance <> coalesce(e.points, 0)`,
  },
  {
    law: "balance = what remains in open lots - debt",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, m.balance::text as recorded, (coalesce(l.remaining, 0) - m.debt)::text as recomputed
      from member m left join (select member_id, sum(remaining) as remaining from lot
          where merchant_id = ${id} and state = 'open' group by 1) l on l.member_id = m.id
      where m.merchant_id = ${id} and m.balance <> coalesce(l.remaining, 0) - m.debt`,
  },
  {
    law: "pending = sum of entries = what remains in pending lots",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, m.pending::text as recorded,
        coalesce(e.pending, 0) || ' by entries, ' || coalesce(l.remaining, 0) || ' in lots' as recomputed
      from member m
      left join (select member_id, sum(pending) as pending from ledger_entry where merchant_id = ${id} group by 1) e on e.member_id = m.id
      left join (select member_id, sum(remaining) as remaining from lot
          where merchant_id = ${id} and state = 'pending' group by 1) l on l.member_id = m.id
      where m.merchant_id = ${id} and (m.pending <> coalesce(e.pending, 0) or m.pending <> coalesce(l.remaining, 0))`,
  },
  {
    law: "each entry goes on from the balance before it, without gaps",
    find: ({ sql }, id) => sql<Found[]>`
      select 'entry ' || seq || ' of member ' || member_id as subject, previous_balance || ' -> ' || balance as recorded,
        coalesce(before, 0) || ' -> ' || coalesce(before, 0) + points || ' as number ' || place as recomputed
      from (select member_id, seq, points, previous_balance, balance,
          lag(balance) over w as before, row_number() over w as place
        from ledger_entry where merchant_id = ${id} window w as (partition by member_id order by seq)) e
      where previous_balance <> coalesce(before, 0) or balance <> previous_balance + points or seq <> place`,
  },
  {
    law: "the member's last entry and lot numbers",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, m.entry_seq || ' and ' || m.lot_no as recorded,
        coalesce(e.seq, 0) || ' and ' || coalesce(l.no, 0) as recomputed
      from member m
      left join (select member_id, max(seq) as seq from ledger_entry where merchant_id = ${id} group by 1) e on e.member_id = m.id
      left join (select member_id, max(no) as no from lot where merchant_id = ${id} group by 1) l on l.member_id = m.id
      where m.merchant_id = ${id} and (m.entry_seq <> coalesce(e.seq, 0) or m.lot_no <> coalesce(l.no, 0))`,
  },
  {
    law: "what remains in a lot = its points + its movements, between 0 and its points",
    find: ({ sql }, id) => sql<Found[]>`
      select 'lot ' || coalesce(l.no, m.lot_no) || ' of member ' || coalesce(l.member_id, m.member_id) as subject,
        coalesce(l.remaining::text, 'none') as recorded, (coalesce(l.points, 0) + coalesce(m.moved, 0))::text as recomputed
      from (select member_id, no, points, remaining from lot where merchant_id = ${id}) l
      full join (select member_id, lot_no, sum(points) as moved from lot_movement where merchant_id = ${id} group by 1, 2) m
        on m.member_id = l.member_id and m.lot_no = l.no
      where l.no is null or l.remaining <> l.points + coalesce(m.moved, 0) or l.remaining not between 0 and l.points`,
  },
  {
    law: "nothing falls due before next_due_at",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, coalesce(m.next_due_at::text, 'never') as recorded, l.due::text as recomputed
      from member m join (select l.member_id, min(case when l.state = 'pending' then l.available_at
            else lot_expiry(l.expires_at, l.idle_months, o.active_at, s.timezone) end) as due
          from lot l join member o on o.merchant_id = ${id} and o.id = l.member_id join merchant s on s.id = ${id}
          where l.merchant_id = ${id} and l.remaining > 0 group by 1) l on l.member_id = m.id
      where m.merchant_id = ${id} and l.due is not null and (m.next_due_at is null or m.next_due_at > l.due)`,
  },
  {
    law: "the member's purchases and spend",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, m.purchase_count || ' for ' || m.spend as recorded,
        coalesce(p.count, 0) || ' for ' || coalesce(p.spend, 0) as recomputed
      from member m left join (select member_id, count(*) as count, sum(amount - refunded) as spend from purchase
          where merchant_id = ${id} and status = 'recorded' group by 1) p on p.member_id = m.id
      where m.merchant_id = ${id} and (m.purchase_count <> coalesce(p.count, 0) or m.spend <> coalesce(p.spend, 0))`,
  },
  {
    law: "a purchase awards what its explanation adds up to",
    find: ({ sql }, id) => sql<Found[]>`
      select 'purchase ' || p.id as subject, p.points::text as recorded, x.points::text as recomputed
      from purchase p, lateral (select coalesce(sum((item->>'points')::bigint), 0) as points
          from jsonb_array_elements(p.explanation) item) x
      where p.merchant_id = ${id} and p.points <> x.points`,
  },
  {
    law: "day totals of points = entries of the day",
    find: ({ sql }, id) => sql<Found[]>`
      with kept as (
        select day, sum(issued) as issued, sum(pending) as pending, sum(redeemed) as redeemed, sum(expired) as expired,
          sum(taken_back) as taken, sum(other) as other
        from day_total where merchant_id = ${id} group by day),
      counted as (
        select day, coalesce(sum(points + pending) filter (where kind in ('earn', 'undo')), 0) as issued, sum(pending) as pending,
          coalesce(-sum(points + pending) filter (where kind in ('spend', 'return')), 0) as redeemed,
          coalesce(-sum(points + pending) filter (where kind = 'expire'), 0) as expired,
          coalesce(-sum(points + pending) filter (where kind = 'refund'), 0) as taken,
          coalesce(sum(points + pending) filter (where kind in ('adjust', 'gift-out', 'gift-in', 'gift-back', 'write-off', 'forfeit', 'merge', 'unmerge')), 0) as other
        from ledger_entry where merchant_id = ${id} group by day)
      select 'day ' || coalesce(k.day, c.day) as subject,
        concat_ws(' ', k.issued, k.pending, k.redeemed, k.expired, k.taken, k.other) as recorded,
        concat_ws(' ', c.issued, c.pending, c.redeemed, c.expired, c.taken, c.other) as recomputed
      from kept k full join counted c on c.day = k.day
      where (coalesce(k.issued, 0), coalesce(k.pending, 0), coalesce(k.redeemed, 0), coalesce(k.expired, 0), coalesce(k.taken, 0), coalesce(k.other, 0))
        is distinct from
        (coalesce(c.issued, 0), coalesce(c.pending, 0), coalesce(c.redeemed, 0), coalesce(c.expired, 0), coalesce(c.taken, 0), coalesce(c.other, 0))`,
  },
  {
    law: "a gift that was offered left once, and arrived or came back once",
    find: ({ sql }, id) => sql<Found[]>`
      select 'gift ' || g.id as subject, g.status || ', ' || g.points as recorded,
        concat_ws(', ', 'out ' || e.taken, 'in ' || e.arrived, 'back ' || e.returned) as recomputed
      from gift_offer g left join lateral (
        select coalesce(-sum(points) filter (where kind = 'gift-out' and member_id = g.from_member_id and seq = g.entry_seq), 0) as taken,
          coalesce(sum(points) filter (where kind = 'gift-in' and member_id = g.to_member_id), 0) as arrived,
          coalesce(sum(points) filter (where kind = 'gift-back' and member_id = g.from_member_id), 0) as returned
        from ledger_entry where merchant_id = ${id} and gift_id = g.id) e on true
      where g.merchant_id = ${id} and (e.taken <> g.points
        or e.arrived <> case when g.status = 'accepted' then g.points else 0 end
        or e.returned <> case when g.status in ('declined', 'cancelled', 'expired') then g.points else 0 end)`,
  },
  {
    law: "day totals of purchases = purchases of the day",
    find: ({ sql }, id) => sql<Found[]>`
      with kept as (select day, sum(purchases) as purchases, sum(revenue) as revenue from day_total where merchant_id = ${id} group by day),
      counted as (select day, count(*) as purchases, sum(amount) as revenue from purchase
        where merchant_id = ${id} and status = 'recorded' group by day)
      select 'day ' || coalesce(k.day, c.day) as subject, concat_ws(' for ', k.purchases, k.revenue) as recorded,
        concat_ws(' for ', c.purchases, c.revenue) as recomputed
      from kept k full join counted c on c.day = k.day
      where (coalesce(k.purchases, 0), coalesce(k.revenue, 0)) is distinct from (coalesce(c.purchases, 0), coalesce(c.revenue, 0))`,
  },
  {
    law: "members are found by the tags that they have",
    find: ({ sql }, id) => sql<Found[]>`
      select 'member ' || m.id as subject, coalesce(t.tags, '') as recorded, coalesce(m.tags, '') as recomputed
      from (select m.id, (select string_agg(distinct tag, ', ' order by tag) from unnest(m.tags) tag) as tags
          from member m where m.merchant_id = ${id} and m.status = 'active') m
      full join (select member_id, string_agg(tag, ', ' order by tag) as tags from member_tag where merchant_id = ${id} group by 1) t
        on t.member_id = m.id
      where coalesce(m.tags, '') <> coalesce(t.tags, '')`,
  },
  { law: "what counts towards tiers = purchases and activities", find: tallyDifferences },
];
