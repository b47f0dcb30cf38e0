-- Applies a policy to the lots of some members, whom this locks. A member whose points get another day gets an entry of 0
-- points that says why, so that nobody's points change their day without a word in the ledger, and a posting that was decided
-- before notices it.
create or replace function change_expiry(p_merchant bigint, p_policy jsonb, p_not_before timestamptz, p_members uuid[], p_now timestamptz,
  p_actor text, p_reason text)
returns table (members integer, lots integer, points bigint)
language plpgsql volatile as $$
begin
  perform 1 from member m where m.merchant_id = p_merchant and m.id = any(p_members) order by m.id for update;
  return query
  with other as materialized (
    select u.* from lots_under(p_merchant, p_policy, p_not_before, p_members) u
    join lot l on l.merchant_id = p_merchant and l.member_id = u.member_id and l.no = u.no
    where (u.expires_now is null or u.expires_now > p_now)
      and (u.expires_then is distinct from u.expires_now or u.idle_months is distinct from l.idle_months)),
  touched as materialized (select o.member_id, count(*)::integer as lots, sum(o.remaining)::bigint as points from other o group by 1),
  moved as (
    update lot t set expires_at = o.expires_then, idle_months = o.idle_months from other o
    where t.merchant_id = p_merchant and t.member_id = o.member_id and t.no = o.no),
  noted as (
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, reason, occurred_at,
      recorded_at, day, actor)
    select p_merchant, m.id, m.entry_seq + 1, 'adjust', 0, 0, m.balance, m.balance, p_reason, p_now, p_now,
      (p_now at time zone s.timezone)::date, p_actor
    from touched d join member m on m.merchant_id = p_merchant and m.id = d.member_id join merchant s on s.id = p_merchant),
  next as (
    select l.member_id, min(case when l.state = 'pending' then l.available_at else coalesce(o.at,
        lot_expiry(l.expires_at, l.idle_months, m.active_at, s.timezone)) end) as at
    from touched d
    join member m on m.merchant_id = p_merchant and m.id = d.member_id
    join merchant s on s.id = p_merchant
    join lot l on l.merchant_id = p_merchant and l.member_id = d.member_id and l.remaining > 0
    left join lateral (select coalesce(o.expires_then, 'infinity') as at from other o where o.member_id = l.member_id and o.no = l.no) o on true
    group by 1),
  settled as (
    update member t set entry_seq = t.entry_seq + 1, next_due_at = nullif(n.at, 'infinity') from next n
    where t.merchant_id = p_merchant and t.id = n.member_id)
  select count(*)::integer, coalesce(sum(d.lots), 0)::integer, coalesce(sum(d.points), 0)::bigint from touched d;
end $$;
