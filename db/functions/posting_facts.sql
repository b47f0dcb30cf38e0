-- Generic plans, always: the planner would otherwise plan each statement of these functions anew at each call, because
-- with one element in hand an array looks cheaper than an unknown one. That was 6 tenths of the time of posting_facts.

-- The facts that postings are decided by. Locks the members first, then reads in a later statement of this volatile
-- function: under READ COMMITTED that statement sees what the previous holder of the lock committed.
-- Lock order, everywhere: members by id, then budgets by rule. Period keys are those of lib/kernel/calendar.ts.
create or replace function posting_facts(p_merchant bigint, p_now timestamptz, p_lock boolean, p_requests jsonb) returns json
language plpgsql volatile set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  r record;
  q record;
  v_member uuid;
  v_members uuid[] := '{}';
  v_requests json[] := '{}';
  v_version record;
  v_budget_rules text[] := '{}';
  v_merchant record;
  v_day text;
  v_i integer := 0;
  v_lots boolean := false;
  -- A batch asks about one member after the other: what was found for a request may hold for the next.
  v_batch boolean := jsonb_array_length(p_requests) > 1;
  v_by text;
  v_value text;
  v_from timestamptz;
  v_until timestamptz;
  v_tiered boolean := true;
  v_capped boolean := true;
begin
  select m.timezone, m.currency, m.locale, m.country, m.qualifying_version into v_merchant from merchant m where m.id = p_merchant;

  for r in select * from jsonb_to_recordset(p_requests) as x("by" text, value text, lots boolean) loop
    if r."by" is distinct from v_by or r.value is distinct from v_value then
      v_by := r."by";
      v_value := r.value;
      v_member := null;
      case r."by"
        when 'id' then
          select m.id into v_member from member m where m.merchant_id = p_merchant and m.id = r.value::uuid and m.status = 'active';
        when 'card' then
          select m.id into v_member from member m where m.merchant_id = p_merchant and m.card_number = r.value and m.status = 'active';
        when 'externalId' then
          select m.id into v_member from member m where m.merchant_id = p_merchant and m.external_id = r.value and m.status = 'active';
        when 'email' then
          select m.id into v_member from member m where m.merchant_id = p_merchant and m.email = r.value and m.status = 'active';
        else
          select m.id into v_member from member m where m.merchant_id = p_merchant and m.phone = r.value and m.status = 'active';
      end case;
      -- Whatever a merged member was known by leads to who carries on.
      if v_member is null then
        case r."by"
          when 'id' then
            select m.merged_into into v_member from member m where m.merchant_id = p_merchant and m.id = r.value::uuid and m.status = 'merged' limit 1;
          when 'card' then
            select m.merged_into into v_member from member m where m.merchant_id = p_merchant and m.card_number = r.value and m.status = 'merged' limit 1;
          when 'externalId' then
            select m.merged_into into v_member from member m where m.merchant_id = p_merchant and m.external_id = r.value and m.status = 'merged' limit 1;
          when 'email' then
            select m.merged_into into v_member from member m where m.merchant_id = p_merchant and m.email = r.value and m.status = 'merged' limit 1;
          else
            select m.merged_into into v_member from member m where m.merchant_id = p_merchant and m.phone = r.value and m.status = 'merged' limit 1;
        end case;
      end if;
    end if;
    v_members := v_members || v_member;
    v_lots := v_lots or coalesce(r.lots, false);
  end loop;

  if p_lock then
    perform 1 from member m where m.merchant_id = p_merchant and m.id = any(v_members) order by m.id for update;
  end if;

  for q in select * from jsonb_to_recordset(p_requests) as x(external text, at timestamptz) loop
    v_i := v_i + 1;
    if v_batch and (v_i = 1 or v_members[v_i] is distinct from v_member) then
      select exists (select from member_tier t where t.merchant_id = p_merchant and t.member_id = v_members[v_i]),
          exists (select from cap_use c where c.merchant_id = p_merchant and c.member_id = v_members[v_i])
        into v_tiered, v_capped;
    end if;
    v_member := v_members[v_i];
    if v_from is null or q.at < v_from or q.at >= v_until then
      select p.version, p.budget_rules, p.effective_from into v_version from program_version p
        where p.merchant_id = p_merchant and p.effective_from <= q.at
        order by p.effective_from desc, p.version desc limit 1;
      v_from := v_version.effective_from;
      if v_batch then
        select coalesce(min(p.effective_from), 'infinity') into v_until from program_version p
          where p.merchant_id = p_merchant and p.effective_from > q.at;
      end if;
      if cardinality(v_version.budget_rules) > 0 then
        v_budget_rules := v_budget_rules || v_version.budget_rules;
      end if;
    end if;
    v_day := (q.at at time zone v_merchant.timezone)::date::text;
    v_requests := v_requests || json_build_object(
      'member', v_member,
      'version', v_version.version,
      'existing', (select json_build_object('id', p.id, 'requestHash', p.request_hash) from purchase p
        where p.merchant_id = p_merchant and p.external_id = q.external and p.status = 'recorded'),
      'tier', case when v_tiered then (select t.tier from member_tier t
        where t.merchant_id = p_merchant and t.member_id = v_member and t.since <= q.at order by t.since desc limit 1) end,
      'caps', case when v_capped then (select json_agg(json_build_array(c.rule, c.period, c.used)) from cap_use c
        where c.merchant_id = p_merchant and c.member_id = v_member and c.period = any(array['ever', 'd:' || v_day,
          'w:' || date_trunc('week', v_day::date)::date::text, 'm:' || left(v_day, 7), 'y:' || left(v_day, 4)])) end);
  end loop;

  if p_lock and v_budget_rules <> '{}' then
    perform 1 from budget_use u where u.merchant_id = p_merchant and u.rule = any(v_budget_rules) order by u.rule for update;
  end if;

  return json_build_object(
    'merchant', json_build_object('timezone', v_merchant.timezone, 'currency', v_merchant.currency,
      'locale', v_merchant.locale, 'country', v_merchant.country, 'qualifyingVersion', v_merchant.qualifying_version),
    'requests', to_json(v_requests),
    'members', (select json_agg(json_build_object(
        'id', m.id, 'balance', m.balance, 'pending', m.pending, 'debt', m.debt, 'nextDueAt', m.next_due_at,
        'entrySeq', m.entry_seq, 'lotNo', m.lot_no, 'purchaseCount', m.purchase_count, 'spend', m.spend,
        'firstPurchaseAt', m.first_purchase_at, 'activeAt', m.active_at, 'lastPurchaseAt', m.last_purchase_at,
        'standing', case when v_merchant.qualifying_version is not null then json_build_object(
          'tier', m.tier, 'since', m.tier_since, 'until', m.tier_until, 'lock', m.tier_lock, 'tally', m.tally,
          'asOf', m.tier_as_of, 'seq', m.tally_seq, 'enrolledAt', m.enrolled_at) end,
        'lots', case when v_lots or m.next_due_at <= p_now then (
          select coalesce(json_agg(json_build_object(
              'no', l.no, 'state', l.state, 'points', l.points, 'remaining', l.remaining, 'earnedAt', l.earned_at,
              'availableAt', l.available_at, 'expiresAt', l.expires_at, 'entrySeq', l.entry_seq,
              'purchaseId', l.purchase_id, 'validityMonths', l.validity_months, 'idleMonths', l.idle_months)), '[]'::json)
          from lot l where l.merchant_id = p_merchant and l.member_id = m.id and l.remaining > 0) end))
      from member m where m.merchant_id = p_merchant and m.id = any(v_members) and m.status = 'active'),
    'budgets', case when v_budget_rules <> '{}' then (
      select json_agg(json_build_array(u.rule, u.used)) from budget_use u
      where u.merchant_id = p_merchant and u.rule = any(v_budget_rules)) end);
end $$;
