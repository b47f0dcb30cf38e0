-- When a lot expires: validity.ts says the same in TypeScript. A lot that lives on activity keeps the day that was known when
-- it was last written; what its member did since moves it on, by the shop's calendar.
create or replace function lot_expiry(p_expires timestamptz, p_idle_months integer, p_active timestamptz, p_zone text)
returns timestamptz language sql immutable as $$
  select case when p_idle_months is null or p_active is null then p_expires else greatest(p_expires,
    (((p_active at time zone p_zone)::date + make_interval(months => p_idle_months))::date + 1)::timestamp at time zone p_zone) end
$$;
