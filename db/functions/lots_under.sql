-- What a policy would do to the points that members hold: each lot with when it expires now, and when it would. Nothing that
-- is held would expire before p_not_before, so that everybody can be told. A null p_members is everybody.
create or replace function lots_under(p_merchant bigint, p_policy jsonb, p_not_before timestamptz, p_members uuid[])
returns table (member_id uuid, no integer, remaining bigint, expires_now timestamptz, expires_then timestamptz, idle_months integer)
language sql stable as $$
  select l.member_id, l.no, l.remaining, lot_expiry(l.expires_at, l.idle_months, m.active_at, s.timezone),
    greatest(x.at, case when x.at is not null then p_not_before end),
    case when p_policy->>'kind' = 'inactivity' then (p_policy->>'months')::integer + coalesce((select (g->>'months')::integer
      from jsonb_array_elements(p_policy->'longer') g where g->>'tier' = t.tier), 0) end
  from lot l
  join member m on m.merchant_id = p_merchant and m.id = l.member_id and m.status = 'active'
  join merchant s on s.id = p_merchant
  left join lateral (select t.tier from member_tier t where t.merchant_id = p_merchant and t.member_id = l.member_id
    and t.since <= l.earned_at order by t.since desc limit 1) t on true
  cross join lateral (select expiry_under(p_policy, l.available_at, coalesce(m.active_at, m.last_purchase_at), t.tier, s.timezone) as at) x
  where l.merchant_id = p_merchant and l.remaining > 0 and (p_members is null or l.member_id = any(p_members))
$$;
