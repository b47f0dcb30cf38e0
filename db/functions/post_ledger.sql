-- The one posting path: everything that moves points is written here, in one call, from rows that were decided before.
-- Day totals go to a slot of this backend's own, so that parallel postings of a day do not wait for each other.
create or replace function post_ledger(p_merchant bigint, p jsonb) returns void
language plpgsql volatile set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_moved integer;
begin
  -- Several shoppers' postings in one: one that somebody holds must not keep the others waiting. Each is tried alone then.
  if p ? 'together' then
    perform 1 from member m
      where m.merchant_id = p_merchant and m.id in (select (r->>'id')::uuid from jsonb_array_elements(p->'members') r)
      order by m.id for no key update skip locked;
    get diagnostics v_moved = row_count;
    if v_moved <> jsonb_array_length(p->'members') then
      raise exception 'somebody holds a member of this posting' using errcode = '55P03';
    end if;
  end if;
  -- First, so that it waits for the member's lock before anything is written, and notices who came before.
  update member t set balance = r.balance, pending = r.pending, debt = r.debt, next_due_at = r.next_due_at,
    entry_seq = r.entry_seq, lot_no = r.lot_no, purchase_count = t.purchase_count + r.purchases, spend = t.spend + r.spend,
    first_purchase_at = least(t.first_purchase_at, r.first_purchase_at),
    last_purchase_at = greatest(t.last_purchase_at, r.last_purchase_at), active_at = greatest(t.active_at, r.active_at),
    tally_seq = coalesce(r.tally_seq, t.tally_seq), tally = coalesce(r.tally, t.tally),
    tier = case when r.tally_seq is null then t.tier else r.tier end,
    tier_since = case when r.tally_seq is null then t.tier_since else r.tier_since end,
    tier_until = case when r.tally_seq is null then t.tier_until else r.tier_until end,
    tier_due_at = case when r.tally_seq is null then t.tier_due_at else r.tier_due_at end,
    tier_as_of = case when r.tally_seq is null then t.tier_as_of else r.tier_as_of end
  from jsonb_to_recordset(p->'members') as r(id uuid, expected_seq integer, balance bigint, pending bigint, debt bigint, next_due_at timestamptz,
    entry_seq integer, lot_no integer, purchases integer, spend bigint, first_purchase_at timestamptz, last_purchase_at timestamptz, active_at timestamptz,
    tally_seq integer, tally jsonb, tier text, tier_since timestamptz, tier_until timestamptz, tier_due_at timestamptz, tier_as_of timestamptz)
  where t.merchant_id = p_merchant and t.id = r.id and t.entry_seq = r.expected_seq and (r.tally_seq is null or t.tally_seq < r.tally_seq) and t.status not in ('erased', 'merged');
  get diagnostics v_moved = row_count;
  if v_moved <> coalesce(jsonb_array_length(p->'members'), 0) then
    raise exception 'the ledger of a member has moved since it was read' using errcode = '40001';
  end if;
  if p ? 'tier_rewrites' then
    delete from member_tier t using jsonb_to_recordset(p->'tier_rewrites') as r(member_id uuid, since timestamptz)
    where t.merchant_id = p_merchant and t.member_id = r.member_id and t.since >= r.since
      and t.reason in ('reached', 'lapsed', 'refunded', 'program');
  end if;
  if p ? 'tier_changes' then
    insert into member_tier (merchant_id, member_id, since, tier, reason, note, actor)
    select p_merchant, r.* from jsonb_to_recordset(p->'tier_changes') as r(member_id uuid, since timestamptz, tier text,
      reason text, note text, actor text)
    on conflict (merchant_id, member_id, since) do update set tier = excluded.tier, reason = excluded.reason,
      note = excluded.note, actor = excluded.actor;
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
  if p ? 'redemptions' then
    insert into redemption (merchant_id, id, member_id, reward, name, gives, program_version, quantity, points, balance, entry_seq,
      source, occasion, reason, status, fulfilment, code, expires_at, stocked, donated, redeemed_at, day, recorded_by, ended_at, ended_by)
    select p_merchant, r.* from jsonb_to_recordset(p->'redemptions') as r(id uuid, member_id uuid, reward text, name text,
      gives jsonb, program_version integer, quantity integer, points bigint, balance bigint, entry_seq integer, source text,
      occasion text, reason text, status text, fulfilment text, code text, expires_at timestamptz, stocked boolean,
      donated bigint, redeemed_at timestamptz, day date, recorded_by text, ended_at timestamptz, ended_by text);
  end if;
  if p ? 'redemption_changes' then
    update redemption t set status = r.status, fulfilment = case when t.fulfilment is not null then r.fulfilment end,
      ended_at = r.ended_at, ended_by = r.ended_by, ended_reference = r.ended_reference, purchase_id = r.purchase_id
    from jsonb_to_recordset(p->'redemption_changes') as r(id uuid, expected text, status text, fulfilment text,
      ended_at timestamptz, ended_by text, ended_reference text, purchase_id uuid)
    where t.merchant_id = p_merchant and t.id = r.id and t.status = r.expected;
    get diagnostics v_moved = row_count;
    if v_moved <> jsonb_array_length(p->'redemption_changes') then
      raise exception 'a voucher has changed since it was read' using errcode = '40001';
    end if;
  end if;
  if p ? 'entries' then
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, purchase_id,
      refund_id, gift_id, redemption_id, merge_id, reverses_seq, reference, reason, occurred_at, recorded_at, day, actor)
    select p_merchant, r.* from jsonb_to_recordset(p->'entries') as r(member_id uuid, seq integer, kind text, points bigint,
      pending bigint, previous_balance bigint, balance bigint, purchase_id uuid, refund_id uuid, gift_id uuid, redemption_id uuid,
      merge_id uuid, reverses_seq integer, reference text, reason text, occurred_at timestamptz, recorded_at timestamptz, day date, actor text);
  end if;
  if p ? 'lots' then
    insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq,
      purchase_id, validity_months, idle_months, origin_member_id, origin_no, expired_before)
    select p_merchant, r.member_id, r.no, r.state, r.points, r.remaining, r.earned_at, r.available_at, r.expires_at, r.entry_seq,
      r.purchase_id, r.validity_months, r.idle_months, r.origin_member_id, r.origin_no, coalesce(r.expired_before, 0)
    from jsonb_to_recordset(p->'lots') as r(member_id uuid, no integer, state text, points bigint,
      remaining bigint, earned_at timestamptz, available_at timestamptz, expires_at timestamptz, entry_seq integer,
      purchase_id uuid, validity_months integer, idle_months integer, origin_member_id uuid, origin_no integer,
      expired_before bigint);
  end if;
  if p ? 'lot_changes' then
    update lot t set remaining = r.remaining, state = r.state, available_at = r.available_at, expires_at = r.expires_at,
      idle_months = r.idle_months, expired_before = coalesce(r.expired_before, t.expired_before)
    from jsonb_to_recordset(p->'lot_changes') as r(member_id uuid, no integer, remaining bigint, state text,
      available_at timestamptz, expires_at timestamptz, idle_months integer, expired_before bigint)
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
  -- Last, so that a reward that everybody wants is held for as short as can be. What its stock does not cover is refused
  -- like a ledger that has moved: decided again, it is found to be given out.
  if p ? 'reward_totals' then
    update reward_total t set given = t.given + r.given, donated = t.donated + r.donated
    from jsonb_to_recordset(p->'reward_totals') as r(reward text, given bigint, donated bigint, most bigint)
    where t.merchant_id = p_merchant and t.reward = r.reward and (r.most is null or t.given + r.given <= r.most);
    get diagnostics v_moved = row_count;
    if v_moved <> jsonb_array_length(p->'reward_totals') then
      raise exception 'the stock of a reward has moved since it was read' using errcode = '40001';
    end if;
  end if;
end $$;
