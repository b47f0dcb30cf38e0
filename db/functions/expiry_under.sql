-- When points expire under a policy of the program document: validityOf in lib/points/domain/validity.ts says the same.
create or replace function expiry_under(p_policy jsonb, p_available timestamptz, p_active timestamptz, p_tier text, p_zone text)
returns timestamptz language plpgsql immutable as $$
declare
  v_months integer;
  v_day date;
  v_end text := p_policy->>'endOf';
begin
  if p_policy->>'kind' = 'never' then
    return null;
  end if;
  v_months := (p_policy->>'months')::integer + coalesce((select (l->>'months')::integer
    from jsonb_array_elements(p_policy->'longer') l where l->>'tier' = p_tier), 0);
  if p_policy->>'kind' = 'inactivity' then
    p_available := greatest(p_available, p_active);
  end if;
  v_day := ((p_available at time zone p_zone)::date + make_interval(months => v_months))::date;
  if v_end is not null then
    v_day := (date_trunc(v_end, v_day::timestamp) + case v_end when 'year' then interval '1 year' when 'quarter' then interval '3 months'
      else interval '1 month' end)::date - 1;
  end if;
  return (v_day + 1)::timestamp at time zone p_zone;
end $$;
