import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { takeRequest } from "./rate-limit";

const database = await testDatabase();
const { merchantId } = await testMerchant(database);
const noon = new Date("2026-11-20T09:00:10Z");

let buckets = 0;
const freshBucket = (limit: number) => ({ merchantId, bucket: `test:${++buckets}`, limit });

test("a limit of 5 lets 5 requests of a minute through and says when the next minute begins", async () => {
  const bucket = freshBucket(5);
  const states = [];
  for (let request = 1; request <= 6; request++)
    states.push(await takeRequest(database, { ...bucket, now: noon }));
  expect(states.map((state) => state.allowed)).toEqual([true, true, true, true, true, false]);
  expect(states.map((state) => state.remaining)).toEqual([4, 3, 2, 1, 0, 0]);
  expect(states.at(-1)).toEqual({ allowed: false, limit: 5, remaining: 0, reset: 50 });
  const nextMinute = await takeRequest(database, { ...bucket, now: new Date("2026-11-20T09:01:00Z") });
  expect(nextMinute).toEqual({ allowed: true, limit: 5, remaining: 4, reset: 60 });
});

test("40 requests at once under a limit of 30: 30 pass and 10 do not, whoever leases first", async () => {
  const bucket = freshBucket(30);
  const states = await Promise.all(
    Array.from({ length: 40 }, () => takeRequest(database, { ...bucket, now: noon })),
  );
  expect(states.filter((state) => state.allowed)).toHaveLength(30);
});

test("600 requests a minute cost 10 round trips: a tenth is leased at a time", async () => {
  const bucket = freshBucket(600);
  for (let request = 1; request <= 600; request++) await takeRequest(database, { ...bucket, now: noon });
  const [row] = await database.sql<{ used: number }[]>`
    select used from rate_lease where merchant_id = ${merchantId} and bucket = ${bucket.bucket}`;
  expect(row?.used).toBe(600);
  expect((await takeRequest(database, { ...bucket, now: noon })).allowed).toBe(false);
});

test("what another process leased of the same minute is not given out again: 10 - 6 leaves 4", async () => {
  const bucket = freshBucket(10);
  await database.sql`
    insert into rate_lease (merchant_id, bucket, window_start, used)
    values (${merchantId}, ${bucket.bucket}, '2026-11-20T09:00:00Z', 6)`;
  const states = await Promise.all(
    Array.from({ length: 8 }, () => takeRequest(database, { ...bucket, now: noon })),
  );
  expect(states.filter((state) => state.allowed)).toHaveLength(4);
});

test("a window that a wrong clock put an hour ahead does not hold the others", async () => {
  const bucket = freshBucket(10);
  await database.sql`
    insert into rate_lease (merchant_id, bucket, window_start, used)
    values (${merchantId}, ${bucket.bucket}, '2026-11-20T10:00:00Z', 10)`;
  expect((await takeRequest(database, { ...bucket, now: noon })).allowed).toBe(true);
});
