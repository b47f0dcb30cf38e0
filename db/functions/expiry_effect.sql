-- What a policy would do to the points that members hold, by the month in which they expire now and would expire then.
create or replace function expiry_effect(p_merchant bigint, p_policy jsonb, p_not_before timestamptz, p_now timestamptz) returns json
language plpgsql stable as $$
declare
  v_zone text;
begin
  select m.timezone into v_zone from merchant m where m.id = p_merchant;
  return (
    with held as materialized (
      select u.member_id, u.remaining, u.expires_now, u.expires_then, u.expires_then is distinct from u.expires_now as moves
      from lots_under(p_merchant, p_policy, p_not_before, null) u where u.expires_now is null or u.expires_now > p_now)
    select json_build_object(
      'points', coalesce(sum(h.remaining), 0), 'lots', count(*) filter (where h.moves),
      'members', count(distinct h.member_id) filter (where h.moves),
      'later', coalesce(sum(h.remaining) filter (where h.moves and (h.expires_then is null or h.expires_then > h.expires_now)), 0),
      'sooner', coalesce(sum(h.remaining) filter (where h.moves and h.expires_then is not null
        and (h.expires_now is null or h.expires_then < h.expires_now)), 0),
      'months', (
        select json_agg(json_build_object('month', b.month, 'now', b.now, 'after', b.later) order by b.month nulls last) from (
          select a.month, sum(a.now) as now, sum(a.later) as later from (
            select to_char((h.expires_now at time zone v_zone) - interval '1 day', 'YYYY-MM') as month, h.remaining as now, 0 as later
            from held h
            union all
            select to_char((h.expires_then at time zone v_zone) - interval '1 day', 'YYYY-MM'), 0, h.remaining from held h) a
          group by a.month) b))
    from held h);
end $$;
