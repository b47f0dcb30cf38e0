import type { BenchShop } from "./shop";

/**
 * Fills a shop's ledger with `each` purchases over the last two years for each of its first `members`, as they would have
 * been recorded: two lines, an entry and a lot each, four lots in five spent, snapshots and day totals to match.
 */
export async function fillLedger(
  { database, actor: { merchantId } }: BenchShop,
  { members, each }: { members: number; each: number },
): Promise<void> {
  const { sql } = database;
  await sql`
    create unlogged table history as
    select m.id as member_id, s.seq, gen_random_uuid() as purchase_id,
      now() - interval '700 days' + (s.seq * interval '700 days' / ${each}::int) * 0.99 as at
    from (select id from member where merchant_id = ${merchantId} order by id limit ${members}) m,
      generate_series(1, ${each}::int) s (seq)`;
  await sql`
    insert into purchase (merchant_id, id, member_id, external_id, request_hash, channel, occurred_at, recorded_at, day, amount,
      points, pending, balance, program_version, basis, explanation, entry_seq, recorded_by)
    select ${merchantId}, purchase_id, member_id, purchase_id::text, 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg', 'store', at, at,
      at::date, 26000, 420, 0, seq * 420, 1, ${basis}::text::jsonb, ${explanation}::text::jsonb, seq, 'system:bench' from history`;
  await sql`
    insert into purchase_line (merchant_id, purchase_id, no, product_type, sku, quantity, amount)
    select ${merchantId}, purchase_id, no, case no when 1 then 'coffee' else 'food' end, 'sku', 1000,
      case no when 1 then 16000 else 10000 end from history, generate_series(1, 2) no`;
  await sql`
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, previous_balance, balance, purchase_id, occurred_at,
      recorded_at, day, actor)
    select ${merchantId}, member_id, seq, 'earn', 420, (seq - 1) * 420, seq * 420, purchase_id, at, at, at::date, 'system:bench'
    from history`;
  await sql`
    insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq, purchase_id)
    select ${merchantId}, member_id, seq, 'open', 420, case when seq % 5 = 0 then 420 else 0 end, at, at,
      now() + interval '300 days', seq, purchase_id from history`;
  await sql`
    update member m set entry_seq = h.seq, lot_no = h.seq, balance = h.seq * 420, purchase_count = h.seq, spend = h.seq * 26000,
      first_purchase_at = h.first, last_purchase_at = h.last, next_due_at = now() + interval '300 days'
    from (select member_id, max(seq) as seq, min(at) as first, max(at) as last from history group by 1) h
    where m.merchant_id = ${merchantId} and m.id = h.member_id`;
  await sql`
    insert into day_total (merchant_id, day, slot, purchases, revenue, issued)
    select ${merchantId}, at::date, -1, count(*), count(*) * 26000, count(*) * 420 from history group by at::date`;
  await sql`drop table history`;
  await sql`vacuum analyze`;
}

const basis = JSON.stringify({
  zone: "Europe/Istanbul",
  tier: null,
  firstPurchase: false,
  pointsTender: 0,
  capUsed: {},
  budgetUsed: {},
});
const explanation = JSON.stringify([
  { kind: "rate", rule: "coffee", name: "Coffee", productType: "coffee", amount: 16_000, points: 320 },
  { kind: "rate", rule: "every", name: "Every lira", productType: "food", amount: 10_000, points: 100 },
]);
