import type { Database } from "@/db/client";
import { uuidv7 } from "@/lib/kernel/ids";
import { newVoucherCode } from "@/lib/kernel/voucher-code";

interface Bare {
  merchantId: number;
  memberId: string;
  reward: string;
  /** Stock to hold to; without it the reward has none. */
  stock?: number;
}

/**
 * The limit: one statement that writes the rows a redemption writes and moves the same counters, with no lock taken first,
 * nothing decided and nothing checked but the stock. False: the stock is out.
 */
export async function bareRedeem(
  { sql }: Database,
  { merchantId, memberId, reward, stock }: Bare,
): Promise<boolean> {
  const redemption = uuidv7();
  const now = new Date().toISOString();
  const day = now.slice(0, 10);
  const counted =
    stock === undefined
      ? sql`select 1 as one`
      : sql`update reward_total set given = given + 1
          where merchant_id = ${merchantId} and reward = ${reward} and given < ${stock} returning 1 as one`;
  const rows = await sql`
    with t as (${counted}),
    m as (
      update member set balance = balance - 100, entry_seq = entry_seq + 1
      where merchant_id = ${merchantId} and id = ${memberId} and exists (select from t) returning entry_seq, balance),
    l as (
      update lot set remaining = remaining - 100
      where merchant_id = ${merchantId} and member_id = ${memberId} and no = 1 and exists (select from t)),
    r as (
      insert into redemption (merchant_id, id, member_id, reward, name, gives, program_version, quantity, points, balance,
        entry_seq, source, status, code, expires_at, stocked, redeemed_at, day, recorded_by)
      select ${merchantId}, ${redemption}, ${memberId}, ${reward}, 'A filter coffee', ${gives}::text::jsonb, 2, 1, 100, m.balance,
        m.entry_seq, 'points', 'open', ${newVoucherCode()}, ${now}, ${stock !== undefined}, ${now}, ${day}, 'system:bench' from m),
    e as (
      insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, redemption_id,
        reference, occurred_at, recorded_at, day, actor)
      select ${merchantId}, ${memberId}, m.entry_seq, 'spend', -100, 0, m.balance + 100, m.balance, ${redemption},
        'A filter coffee', ${now}, ${now}, ${day}, 'system:bench' from m),
    v as (
      insert into lot_movement (merchant_id, member_id, entry_seq, lot_no, points)
      select ${merchantId}, ${memberId}, m.entry_seq, 1, -100 from m),
    d as (
      insert into day_total (merchant_id, day, slot, redeemed)
      select ${merchantId}, ${day}, pg_backend_pid() % 128, 100 from m
      on conflict (merchant_id, day, slot) do update set redeemed = day_total.redeemed + excluded.redeemed)
    insert into audit_event (merchant_id, id, at, actor, action, subject, transport, after)
    select ${merchantId}, ${uuidv7()}, ${now}, 'system:bench', 'reward.redeem', ${`redemption:${redemption}`}, 'cli',
      ${after}::text::jsonb from m returning 1 as one`;
  return rows.length > 0;
}

// As long as the real ones, so that both sides write the same bytes.
const gives = JSON.stringify({ kind: "product", productType: "coffee" });
const after = JSON.stringify({
  member: "019aa000-0000-7000-8000-000000000000",
  reward: "coffee",
  quantity: 1,
  points: 100,
});
