import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { cleanUp } from "./clean-up";

const database = await testDatabase();
const { sql } = database;
const now = new Date("2026-11-22T09:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

test("what has served its time goes, what is still of use stays, and a second run finds nothing to do", async () => {
  const { merchantId } = await testMerchant(database);
  for (const [key, at] of [
    ["old", ago(49)],
    ["new", ago(47)],
  ] as const) {
    await sql`insert into idempotency_key (merchant_id, key, request_hash, created_at) values (${merchantId}, ${key}, 'h', ${at})`;
  }
  for (const [bucket, at] of [
    ["old", ago(2)],
    ["new", ago(0)],
  ] as const) {
    await sql`insert into rate_lease (merchant_id, bucket, window_start, used) values (${merchantId}, ${bucket}, ${at}, 1)`;
    await sql`insert into throttle (key, count, window_start) values (${bucket}, 1, ${at})`;
  }
  for (const [hash, at] of [
    ["old", ago(25)],
    ["new", ago(1)],
  ] as const) {
    await sql`insert into sign_in_token (hash, email, purpose, expires_at) values (${hash}, 'a@b.c', 'sign-in', ${at})`;
  }
  const days = 24;
  for (const [status, at] of [
    ["sent", ago(91 * days)],
    ["failed", ago(91 * days)],
    ["queued", ago(91 * days)],
    ["sent", ago(89 * days)],
  ] as const) {
    await sql`
      insert into outbox (merchant_id, id, kind, recipient, subject, text, html, status, created_at)
      values (${merchantId}, ${randomUUID()}, 'reset', 'a@b.c', ${at}, '', '', ${status}, ${at})`;
  }
  for (let run = 0; run < 2; run++) {
    await cleanUp(database, now);
    const [left] = await sql`
      select (select array_agg(key) from idempotency_key where merchant_id = ${merchantId}) as keys,
        (select array_agg(bucket) from rate_lease where merchant_id = ${merchantId}) as leases,
        (select array_agg(key) from throttle) as throttles,
        (select array_agg(hash) from sign_in_token) as tokens,
        (select array_agg(status order by created_at) from outbox where merchant_id = ${merchantId}) as mails`;
    expect(left).toEqual({
      keys: ["new"],
      leases: ["new"],
      throttles: ["new"],
      tokens: ["new"],
      mails: ["queued", "sent"],
    });
  }
});

test("more than one batch of keys goes in one run: 12,000", async () => {
  const { merchantId } = await testMerchant(database);
  await sql`
    insert into idempotency_key (merchant_id, key, request_hash, created_at)
    select ${merchantId}, n::text, 'h', ${ago(72)}::timestamptz from generate_series(1, 12000) as n`;
  await cleanUp(database, now);
  const [left] =
    await sql`select count(*)::int as keys from idempotency_key where merchant_id = ${merchantId}`;
  expect(left?.keys).toBe(0);
});
