-- Generic plans, always: the planner would otherwise plan each statement of these functions anew at each call, because
-- with one element in hand an array looks cheaper than an unknown one. That was 6 tenths of the time of posting_facts.

-- The facts that postings are decided by. Locks the members first, then reads in a later statement of this volatile
-- function: under READ COMMITTED that statement sees what the previous holder of the lock committed.
-- Lock order, everywhere: members by id, then budgets by rule. Period keys are those of lib/kernel/calendar.ts.
create function posting_facts(p_merchant bigint, p_now timestamptz, p_lock boolean, p_requests jsonb) returns json
language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
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
  select m.timezone, m.currency, m.locale, m.country into v_merchant from merchant m where m.id = p_merchant;

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
      'locale', v_merchant.locale, 'country', v_merchant.country),
    'requests', to_json(v_requests),
    'members', (select json_agg(json_build_object(
        'id', m.id, 'balance', m.balance, 'pending', m.pending, 'debt', m.debt, 'nextDueAt', m.next_due_at,
        'entrySeq', m.entry_seq, 'lotNo', m.lot_no, 'purchaseCount', m.purchase_count, 'spend', m.spend,
        'firstPurchaseAt', m.first_purchase_at, 'lastPurchaseAt', m.last_purchase_at,
        'lots', case when v_lots or m.next_due_at <= p_now then (
          select coalesce(json_agg(json_build_object(
              'no', l.no, 'state', l.state, 'points', l.points, 'remaining', l.remaining, 'earnedAt', l.earned_at,
              'availableAt', l.available_at, 'expiresAt', l.expires_at, 'entrySeq', l.entry_seq,
              'purchaseId', l.purchase_id, 'validityMonths', l.validity_months)), '[]'::json)
          from lot l where l.merchant_id = p_merchant and l.member_id = m.id and l.remaining > 0) end))
      from member m where m.merchant_id = p_merchant and m.id = any(v_members) and m.status = 'active'),
    'budgets', case when v_budget_rules <> '{}' then (
      select json_agg(json_build_array(u.rule, u.used)) from budget_use u
      where u.merchant_id = p_merchant and u.rule = any(v_budget_rules)) end);
end $$;
--> statement-breakpoint
-- The one posting path: everything that moves points is written here, in one call, from rows that were decided before.
-- Day totals go to a slot of this backend's own, so that parallel postings of a day do not wait for each other.
create function post_ledger(p_merchant bigint, p jsonb) returns void
language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
declare
  v_moved integer;
begin
  -- First, so that it waits for the member's lock before anything is written, and notices who came before.
  update member t set balance = r.balance, pending = r.pending, debt = r.debt, next_due_at = r.next_due_at,
    entry_seq = r.entry_seq, lot_no = r.lot_no, purchase_count = t.purchase_count + r.purchases, spend = t.spend + r.spend,
    first_purchase_at = least(t.first_purchase_at, r.first_purchase_at),
    last_purchase_at = greatest(t.last_purchase_at, r.last_purchase_at)
  from jsonb_to_recordset(p->'members') as r(id uuid, expected_seq integer, balance bigint, pending bigint, debt bigint, next_due_at timestamptz,
    entry_seq integer, lot_no integer, purchases integer, spend bigint, first_purchase_at timestamptz, last_purchase_at timestamptz)
  where t.merchant_id = p_merchant and t.id = r.id and t.entry_seq = r.expected_seq and t.status <> 'erased';
  get diagnostics v_moved = row_count;
  if v_moved <> coalesce(jsonb_array_length(p->'members'), 0) then
    raise exception 'the ledger of a member has moved since it was read' using errcode = '40001';
  end if;
  if p ? 'purchases' then
    insert into purchase (merchant_id, id, member_id, external_id, request_hash, channel, occurred_at, recorded_at, day,
      amount, paid_with_points, points_tendered, points, pending, balance, program_version, basis, explanation, entry_seq, import_id, recorded_by)
    select p_merchant, r.* from jsonb_to_recordset(p->'purchases') as r(id uuid, member_id uuid, external_id text,
      request_hash text, channel text, occurred_at timestamptz, recorded_at timestamptz, day date, amount bigint,
      paid_with_points bigint, points_tendered bigint, points bigint, pending bigint, balance bigint, program_version integer, basis jsonb,
      explanation jsonb, entry_seq integer, import_id uuid, recorded_by text);
  end if;
  if p ? 'lines' then
    insert into purchase_line (merchant_id, purchase_id, no, product_type, sku, name, quantity, amount, tax, discount)
    select p_merchant, r.* from jsonb_to_recordset(p->'lines') as r(purchase_id uuid, no integer, product_type text,
      sku text, name text, quantity bigint, amount bigint, tax bigint, discount bigint);
  end if;
  if p ? 'refunds' then
    insert into refund (merchant_id, id, purchase_id, member_id, external_id, request_hash, occurred_at, recorded_at,
      amount, money, points_returned, points_taken, written_off, balance, lines, recorded_by)
    select p_merchant, r.* from jsonb_to_recordset(p->'refunds') as r(id uuid, purchase_id uuid, member_id uuid,
      external_id text, request_hash text, occurred_at timestamptz, recorded_at timestamptz, amount bigint, money bigint,
      points_returned bigint, points_taken bigint, written_off bigint, balance bigint, lines jsonb, recorded_by text);
  end if;
  if p ? 'purchase_changes' then
    update purchase t set refunded = t.refunded + r.refunded, points_taken = t.points_taken + r.points_taken
    from jsonb_to_recordset(p->'purchase_changes') as r(id uuid, refunded bigint, points_taken bigint)
    where t.merchant_id = p_merchant and t.id = r.id;
  end if;
  if p ? 'line_changes' then
    update purchase_line t set refunded_amount = t.refunded_amount + r.amount, refunded_quantity = t.refunded_quantity + r.quantity
    from jsonb_to_recordset(p->'line_changes') as r(purchase_id uuid, no integer, amount bigint, quantity bigint)
    where t.merchant_id = p_merchant and t.purchase_id = r.purchase_id and t.no = r.no;
  end if;
  if p ? 'undone' then
    update purchase t set status = 'undone' from jsonb_to_recordset(p->'undone') as r(id uuid)
    where t.merchant_id = p_merchant and t.id = r.id;
  end if;
  if p ? 'gifts' then
    insert into gift (merchant_id, id, from_member_id, to_member_id, points, reference, created_at, actor)
    select p_merchant, r.* from jsonb_to_recordset(p->'gifts') as r(id uuid, from_member_id uuid, to_member_id uuid,
      points bigint, reference text, created_at timestamptz, actor text);
  end if;
  if p ? 'entries' then
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, purchase_id,
      refund_id, gift_id, reverses_seq, reference, reason, occurred_at, recorded_at, day, actor)
    select p_merchant, r.* from jsonb_to_recordset(p->'entries') as r(member_id uuid, seq integer, kind text, points bigint,
      pending bigint, previous_balance bigint, balance bigint, purchase_id uuid, refund_id uuid, gift_id uuid,
      reverses_seq integer, reference text, reason text, occurred_at timestamptz, recorded_at timestamptz, day date, actor text);
  end if;
  if p ? 'lots' then
    insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq,
      purchase_id, validity_months)
    select p_merchant, r.* from jsonb_to_recordset(p->'lots') as r(member_id uuid, no integer, state text, points bigint,
      remaining bigint, earned_at timestamptz, available_at timestamptz, expires_at timestamptz, entry_seq integer,
      purchase_id uuid, validity_months integer);
  end if;
  if p ? 'lot_changes' then
    update lot t set remaining = r.remaining, state = r.state, available_at = r.available_at, expires_at = r.expires_at
    from jsonb_to_recordset(p->'lot_changes') as r(member_id uuid, no integer, remaining bigint, state text,
      available_at timestamptz, expires_at timestamptz)
    where t.merchant_id = p_merchant and t.member_id = r.member_id and t.no = r.no;
  end if;
  if p ? 'movements' then
    insert into lot_movement (merchant_id, member_id, entry_seq, lot_no, points)
    select p_merchant, r.* from jsonb_to_recordset(p->'movements') as r(member_id uuid, entry_seq integer, lot_no integer, points bigint);
  end if;
  if p ? 'caps' then
    insert into cap_use (merchant_id, member_id, period, rule, used)
    select p_merchant, r.* from jsonb_to_recordset(p->'caps') as r(member_id uuid, period text, rule text, used bigint)
    on conflict (merchant_id, member_id, period, rule) do update set used = cap_use.used + excluded.used;
  end if;
  if p ? 'budgets' then
    insert into budget_use (merchant_id, rule, used)
    select p_merchant, r.* from jsonb_to_recordset(p->'budgets') as r(rule text, used bigint)
    on conflict (merchant_id, rule) do update set used = budget_use.used + excluded.used;
  end if;
  if p ? 'days' then
    insert into day_total (merchant_id, day, slot, purchases, revenue, refunds, refunded, enrolled, issued, pending,
      redeemed, expired, taken_back, other)
    select p_merchant, r.day, pg_backend_pid() % 128, r.purchases, r.revenue, r.refunds, r.refunded, r.enrolled, r.issued,
      r.pending, r.redeemed, r.expired, r.taken_back, r.other
    from jsonb_to_recordset(p->'days') as r(day date, purchases bigint, revenue bigint, refunds bigint, refunded bigint,
      enrolled bigint, issued bigint, pending bigint, redeemed bigint, expired bigint, taken_back bigint, other bigint)
    order by r.day
    on conflict (merchant_id, day, slot) do update set
      purchases = day_total.purchases + excluded.purchases, revenue = day_total.revenue + excluded.revenue,
      refunds = day_total.refunds + excluded.refunds, refunded = day_total.refunded + excluded.refunded,
      enrolled = day_total.enrolled + excluded.enrolled, issued = day_total.issued + excluded.issued,
      pending = day_total.pending + excluded.pending, redeemed = day_total.redeemed + excluded.redeemed,
      expired = day_total.expired + excluded.expired, taken_back = day_total.taken_back + excluded.taken_back,
      other = day_total.other + excluded.other;
  end if;
  if p ? 'audits' then
    insert into audit_event (merchant_id, id, at, actor, action, subject, transport, address, before, after)
    select p_merchant, r.* from jsonb_to_recordset(p->'audits') as r(id uuid, at timestamptz, actor text, action text,
      subject text, transport text, address text, before jsonb, after jsonb);
  end if;
end $$;
