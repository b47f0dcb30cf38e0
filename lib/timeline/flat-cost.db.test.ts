import { beforeAll, expect, test } from "vitest";
import type { Database, Sql } from "@/db/client";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { memberStory } from "./queries/member-story";
import type { StoryPart } from "./schemas";

const database = await testDatabase();
const shop = await testMerchant(database, { program: { productTypes: [{ key: "coffee", name: "Coffee" }] } });
const email = "regular@example.com";
const { id } = await testMember(database, shop, { email });
const { merchantId } = shop;
const now = new Date("2026-11-20T09:00:00Z");

// A day's worth of everything an hour apart: 10,000 rows that are told, and 4,000 entries that are told with their purchases.
beforeAll(async () => {
  const { sql } = database;
  const when = sql`timestamptz '2026-11-20' - n * interval '1 hour'`;
  await sql`
    insert into purchase (merchant_id, id, member_id, external_id, request_hash, channel, occurred_at, recorded_at, day, amount, points,
      pending, balance, program_version, basis, explanation, entry_seq, recorded_by)
    select ${merchantId}::bigint, gen_random_uuid(), ${id}::uuid, 'p' || n, '', 'till', ${when}, ${when}, date '2026-01-01', 100, 1, 0, 0, 1,
      '{}', '[]', n, 'system:test' from generate_series(1, 4000) n`;
  await sql`
    insert into purchase_line (merchant_id, purchase_id, no, product_type, quantity, amount)
    select ${merchantId}::bigint, id, 1, 'coffee', 1000, 100 from purchase where merchant_id = ${merchantId}`;
  await sql`
    insert into refund (merchant_id, id, purchase_id, member_id, external_id, request_hash, occurred_at, recorded_at, amount, money,
      points_taken, balance, lines, recorded_by)
    select ${merchantId}::bigint, gen_random_uuid(), id, ${id}::uuid, external_id, '', occurred_at, occurred_at, 1, 1, 0, 0, '[{"no":1}]',
      'system:test' from purchase where merchant_id = ${merchantId} limit 1000`;
  await sql`
    insert into ledger_entry (merchant_id, member_id, seq, kind, points, previous_balance, balance, purchase_id, occurred_at, recorded_at,
      day, actor)
    select ${merchantId}::bigint, ${id}::uuid, n, case when n <= 4000 then 'earn' else 'adjust' end, 1, n - 1, n,
      case when n <= 4000 then gen_random_uuid() end, ${when}, ${when}, date '2026-01-01', 'system:test' from generate_series(1, 6000) n`;
  await sql`
    insert into redemption (merchant_id, id, member_id, reward, name, gives, program_version, quantity, points, balance, source, status,
      code, stocked, redeemed_at, day, recorded_by, ended_at)
    select ${merchantId}::bigint, gen_random_uuid(), ${id}::uuid, 'tote', 'Tote', '{}', 1, 1, 0, 0, 'points', 'used', 'code' || n, false,
      ${when}, date '2026-01-01', 'system:test', ${when} from generate_series(1, 500) n`;
  await sql`
    insert into activity (merchant_id, id, member_id, external_id, request_hash, type, status, counted, source, occurred_at, recorded_at,
      day, program_version, balance, recorded_by)
    select ${merchantId}::bigint, gen_random_uuid(), ${id}::uuid, 'a' || n, '', 'review', 'recorded', true, 'api', ${when}, ${when},
      date '2026-01-01', 1, 0, 'system:test' from generate_series(1, 500) n`;
  await sql`
    insert into member_note (merchant_id, id, member_id, text, text_key, written_by, written_at)
    select ${merchantId}::bigint, gen_random_uuid(), ${id}::uuid, 'x', 'x', 'system:test', ${when} from generate_series(1, 500) n`;
  await sql`
    insert into outbox (merchant_id, id, kind, recipient, subject, text, html, status, created_at)
    select ${merchantId}::bigint, gen_random_uuid(), 'expiry', ${email}, 'x', '', '', 'kept', ${when} from generate_series(1, 1000) n`;
  await sql`vacuum analyze`;
});

/** Rows of all tables that PostgreSQL read, by its own books. */
async function readBy<T>(run: (one: Database) => Promise<T>): Promise<{ answer: T; read: number }> {
  const reserved = await database.sql.reserve();
  const books = async () => {
    await reserved`select pg_stat_force_next_flush()`;
    const [row] = await reserved<{ read: number }[]>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_user_tables
      where relname in ('purchase', 'purchase_line', 'refund', 'ledger_entry', 'redemption', 'activity', 'member_note', 'outbox')`;
    return row?.read ?? 0;
  };
  try {
    const before = await books();
    const answer = await run({ ...database, sql: reserved as unknown as Sql });
    return { answer, read: (await books()) - before };
  } finally {
    reserved.release();
  }
}

const page = (asked: { part?: StoryPart; cursor?: string }) =>
  readBy((one) =>
    memberStory.execute({ actor: shop.actor, now, database: one }, { id, locale: "en", ...asked }),
  );

// A page of 30 of nine kinds, 31 rows of each, purchases with a line and refunds with their purchase's: 400 rows and a few.
const most = 500;

test("of 10,000 things, the first thirty, the thirty behind and those in the middle are told by reading fewer than 500 rows each", async () => {
  let cursor: string | undefined;
  for (let n = 1; n <= 12; n += 1) {
    const { answer, read } = await page({ cursor });
    expect(read, `page ${n}`).toBeLessThan(most);
    expect(answer.rows.length, `page ${n}`).toBe(30);
    cursor = answer.next ?? undefined;
  }
  const middle = Buffer.from("story:2026-10-01T00:00:00.000Z|purchase|x").toString("base64url");
  const { answer, read } = await page({ cursor: middle });
  expect(read).toBeLessThan(most);
  expect(answer.rows.length).toBe(30);
});

test.each<[StoryPart, number]>([
  ["purchases", 200],
  ["rewards", 100],
  ["activities", 100],
  ["notes", 100],
  ["mail", 100],
])("%s alone: no more than %i rows are read for thirty", async (part, atMost) => {
  const { answer, read } = await page({ part });
  expect(read).toBeLessThanOrEqual(atMost);
  expect(answer.rows.length).toBe(30);
});
