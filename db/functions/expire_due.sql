-- Expires what is due for up to p_limit members in one statement: what lib/points/domain/settle.ts decides member by member,
-- for those to whom nothing else happens at the same time (nothing held, nothing owed). The others are left to it.
-- Members that somebody else holds are passed over. What a later statement reads is at least as new as the lock, and nobody
-- writes the lots of a member who is locked: they still are where they were found.
create or replace function expire_due(p_merchant bigint, p_now timestamptz, p_limit integer, p_actor text)
returns table (members integer, expired bigint)
language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
declare
  v_zone text;
  v_members uuid[];
begin
  select m.timezone into v_zone from merchant m where m.id = p_merchant;
  select array_agg(due.id) into v_members from (
    select m.id from member m
    where m.merchant_id = p_merchant and m.next_due_at <= p_now and m.status = 'active' and m.pending = 0 and m.debt = 0
    order by m.next_due_at limit p_limit for update skip locked) due;
  if v_members is null then
    return query select 0, 0::bigint;
    return;
  end if;
  return query
  with held as materialized (
    select l.ctid as found_at, l.member_id, l.no, l.remaining, m.entry_seq, m.balance,
      lot_expiry(l.expires_at, l.idle_months, m.active_at, v_zone) as at
    from member m join lot l on l.merchant_id = p_merchant and l.member_id = m.id and l.remaining > 0
    where m.merchant_id = p_merchant and m.id = any(v_members)),
  gone as materialized (
    select h.found_at, h.member_id, h.no, h.remaining, h.entry_seq, h.balance, h.at,
      dense_rank() over (partition by h.member_id order by h.at)::integer as place
    from held h where h.at <= p_now),
  entry as materialized (
    select g.member_id, g.place, g.at, g.entry_seq, g.balance, sum(g.remaining)::bigint as points
    from gone g group by 1, 2, 3, 4, 5),
  emptied as (
    update lot t set remaining = 0, expires_at = g.at, idle_months = null from gone g
    where t.merchant_id = p_merchant and t.ctid = g.found_at),
  written as (
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, occurred_at,
      recorded_at, day, actor)
    select p_merchant, e.member_id, e.entry_seq + e.place, 'expire', -e.points, 0, e.balance - e.before, e.balance - e.before - e.points,
      e.at, p_now, (e.at at time zone v_zone)::date, p_actor
    from (select o.*, sum(o.points) over (partition by o.member_id order by o.place) - o.points as before from entry o) e),
  moved as (
    insert into lot_movement (merchant_id, member_id, entry_seq, lot_no, points)
    select p_merchant, g.member_id, g.entry_seq + g.place, g.no, -g.remaining
    from gone g),
  settled as (
    update member t set balance = t.balance - coalesce(e.points, 0), entry_seq = t.entry_seq + coalesce(e.entries, 0), next_due_at = n.at
    from unnest(v_members) as d (id)
    left join (select o.member_id, sum(o.points) as points, max(o.place) as entries from entry o group by 1) e on e.member_id = d.id
    left join (select h.member_id, min(h.at) as at from held h where h.at > p_now group by 1) n on n.member_id = d.id
    where t.merchant_id = p_merchant and t.id = d.id),
  counted as (
    insert into day_total (merchant_id, day, slot, expired)
    select p_merchant, (e.at at time zone v_zone)::date, pg_backend_pid() % 128, sum(e.points) from entry e group by 2 order by 2
    on conflict (merchant_id, day, slot) do update set expired = day_total.expired + excluded.expired)
  select cardinality(v_members), coalesce((select sum(e.points) from entry e), 0)::bigint;
end $$;
