import type { Database } from "@/db/client";

/**
 * Gives each member of a shop `perMember` lots of 100 points that all expire at `expiresAt`, as they were earned day by day a
 * year before: an entry each, snapshots and day totals to match.
 */
export async function fillDueLots(
  { sql }: Database,
  { merchantId, perMember, expiresAt }: { merchantId: number; perMember: number; expiresAt: Date },
): Promise<void> {
  const at = expiresAt.toISOString();
  await sql`
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, previous_balance, balance, occurred_at, recorded_at, day, actor)
    select ${merchantId}, m.id, n, 'earn', 100, (n - 1) * 100, n * 100, t.at, t.at, (t.at at time zone 'Europe/Istanbul')::date, 'system:bench'
    from member m, generate_series(1, ${perMember}::int) n, lateral (select ${at}::timestamptz - interval '1 year' - n * interval '1 day' as at) t
    where m.merchant_id = ${merchantId}`;
  await sql`
    insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq, validity_months)
    select ${merchantId}, member_id, seq, 'open', 100, 100, occurred_at, occurred_at, ${at}, seq, 12
    from ledger_entry where merchant_id = ${merchantId} order by member_id, seq`;
  await sql`
    update member set balance = ${perMember * 100}, entry_seq = ${perMember}, lot_no = ${perMember}, next_due_at = ${at}
    where merchant_id = ${merchantId}`;
  await sql`
    insert into day_total (merchant_id, day, slot, issued)
    select ${merchantId}, day, -1, sum(points) from ledger_entry where merchant_id = ${merchantId} group by day`;
  await sql`vacuum analyze`;
  await sql`checkpoint`;
}
