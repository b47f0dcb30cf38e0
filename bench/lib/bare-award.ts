import type { Database } from "@/db/client";
import { uuidv7 } from "@/lib/kernel/ids";

/**
 * The limit: one statement that inserts the rows an award of `samplePurchase` inserts and moves the same three counters,
 * with no lock taken first, nothing decided and nothing explained.
 */
export function bareAward(database: Database, merchantId: number, memberId: string): Promise<unknown> {
  const purchase = uuidv7();
  const now = new Date().toISOString();
  const day = now.slice(0, 10);
  const period = `d:${day}`;
  return database.sql`
    with m as (
      update member set balance = balance + 425, entry_seq = entry_seq + 1, lot_no = lot_no + 1,
        purchase_count = purchase_count + 1, spend = spend + 26000, next_due_at = coalesce(next_due_at, ${now}),
        first_purchase_at = least(first_purchase_at, ${now}), last_purchase_at = greatest(last_purchase_at, ${now})
      where merchant_id = ${merchantId} and id = ${memberId} returning entry_seq, lot_no, balance),
    p as (
      insert into purchase (merchant_id, id, member_id, external_id, request_hash, channel, occurred_at, recorded_at, day,
        amount, points, pending, balance, program_version, basis, explanation, entry_seq, recorded_by)
      select ${merchantId}, ${purchase}, ${memberId}, ${purchase}, ${hash}, 'store', ${now}, ${now}, ${day}, 26000, 425, 0,
        m.balance, 1, ${basis}::text::jsonb, ${explanation}::text::jsonb, m.entry_seq, 'system:bench' from m),
    l as (
      insert into purchase_line (merchant_id, purchase_id, no, product_type, sku, quantity, amount, tax, discount)
      values (${merchantId}, ${purchase}, 1, 'coffee', 'flat-white', 1000, 16000, 1455, 0),
        (${merchantId}, ${purchase}, 2, 'food', 'su-boregi', 2000, 10000, 909, 0)),
    e as (
      insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, purchase_id,
        occurred_at, recorded_at, day, actor)
      select ${merchantId}, ${memberId}, m.entry_seq, 'earn', 425, 0, m.balance - 425, m.balance, ${purchase}, ${now}, ${now},
        ${day}, 'system:bench' from m),
    t as (
      insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq,
        purchase_id, validity_months)
      select ${merchantId}, ${memberId}, m.lot_no, 'open', 425, 425, ${now}, ${now}, ${now}, m.entry_seq, ${purchase}, 12 from m),
    c as (
      insert into cap_use (merchant_id, member_id, period, rule, used) values (${merchantId}, ${memberId}, ${period}, '*', 425)
      on conflict (merchant_id, member_id, period, rule) do update set used = cap_use.used + excluded.used),
    d as (
      insert into day_total (merchant_id, day, slot, purchases, revenue, issued)
      values (${merchantId}, ${day}, pg_backend_pid() % 128, 1, 26000, 425)
      on conflict (merchant_id, day, slot) do update set purchases = day_total.purchases + excluded.purchases,
        revenue = day_total.revenue + excluded.revenue, issued = day_total.issued + excluded.issued)
    insert into audit_event (merchant_id, id, at, actor, action, subject, transport, after)
    values (${merchantId}, ${uuidv7()}, ${now}, 'system:bench', 'purchase.record', ${`purchase:${purchase}`}, 'cli',
      ${after}::text::jsonb)`;
}

// As long as the real ones, so that both sides write the same bytes.
const hash = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
const basis = JSON.stringify({
  zone: "Europe/Istanbul",
  tier: null,
  firstPurchase: false,
  pointsTender: 0,
  capUsed: { "*:d:2026-11-22": 425 },
  budgetUsed: {},
});
const explanation = JSON.stringify([
  { kind: "rate", rule: "coffee", name: "Coffee", productType: "coffee", amount: 16000, points: 320 },
  { kind: "rate", rule: "every", name: "Every lira", productType: "food", amount: 10000, points: 100 },
  { kind: "bonus", rule: "morning", name: "Before ten", points: 5 },
  { kind: "missed", rule: "gold", name: "Gold doubles", points: 0, wouldEarn: 420, reason: "tier" },
]);
const after = JSON.stringify({
  member: "019aa000-0000-7000-8000-000000000000",
  externalId: "019aa000-0000-7000-8000-000000000000",
  amount: 26000,
  points: 425,
});
