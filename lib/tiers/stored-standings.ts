import type { Sql, Tx } from "@/db/client";
import type { Standing, Tally, TierChange } from "./domain/types";
import { type RawStanding, readStanding } from "./standing-facts";

/** A member's standing as it is stored. */
export interface StoredStanding {
  id: string;
  enrolledAt: Date;
  now: Standing;
}

/** The columns that `readStored` reads, of a table aliased `m`. */
export const standingColumns = (sql: Sql) => sql`
  m.id, m.tier, m.tier_since as since, m.tier_until as until, m.tier_lock as lock, m.tally, m.tier_as_of as "asOf",
  m.tally_seq as seq, m.enrolled_at as "enrolledAt"`;

export type StandingRow = RawStanding & { id: string };

export function readStored(row: StandingRow): StoredStanding {
  const { now, enrolledAt } = readStanding(row);
  return { id: row.id, enrolledAt, now };
}

export interface MovedStanding {
  id: string;
  now: Standing;
  dueAt: Date | null;
  changes: readonly (Pick<TierChange, "at" | "tier"> & { reason: string; note?: string | null })[];
}

/** Stores where members stand who are locked: two statements, whatever their number. No points move with it. */
export async function storeStandings(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  moved: readonly MovedStanding[],
  actor: string,
): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ id, now: { tier, since, until, lock, tally, asOf }, dueAt }) => ({
    id,
    tier,
    since,
    until,
    lock,
    tally: tally satisfies Tally,
    as_of: asOf,
    due_at: dueAt,
  }));
  const changes = moved.flatMap(({ id, changes: made }) =>
    made.map(({ at, tier, reason, note }) => ({ member_id: id, since: at, tier, reason, note, actor })),
  );
  const statements = [
    sql`
      update member m set tier = r.tier, tier_since = r.since, tier_until = r.until, tier_lock = r.lock, tally = r.tally,
        tier_as_of = r.as_of, tier_due_at = r.due_at, tally_seq = m.tally_seq + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, tier text, since timestamptz, until timestamptz,
        lock text, tally jsonb, as_of timestamptz, due_at timestamptz)
      where m.merchant_id = ${merchantId} and m.id = r.id`,
  ];
  if (changes.length > 0) {
    statements.push(sql`
      insert into member_tier (merchant_id, member_id, since, tier, reason, note, actor)
      select ${merchantId}, r.* from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as r(member_id uuid,
        since timestamptz, tier text, reason text, note text, actor text)
      on conflict (merchant_id, member_id, since) do update set tier = excluded.tier, reason = excluded.reason,
        note = excluded.note, actor = excluded.actor`);
  }
  await Promise.all(statements);
}
