import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { freshDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";

const { url, drop } = await freshDatabase();
const database = openDatabase(url, { max: 8 });
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await database.close();
  await drop();
});

const now = "2027-02-03T11:00:00+03:00";
/** More than warnings are written for in one round, which is 300. */
const members = 305;

function runDue(slug: string) {
  const args = ["--import", "tsx", "cli/regulars.ts", "run-due", "--merchant", slug, "--now", now, "--json"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url, NEXTAUTH_URL: "https://shop.example" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function finish(slug: string): Promise<Record<string, number>> {
  const child = runDue(slug);
  return JSON.parse(await text(child.stdout));
}

/** Kills a process that waits for what `hold` has locked, and lets go once the database has noticed. */
async function killAt(slug: string, hold: (sql: Database["sql"]) => Promise<unknown>): Promise<void> {
  const blocker = openDatabase(url, { max: 1 });
  const others = async (waiting: boolean) => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'regulars-cli' and (not ${waiting} or wait_event_type = 'Lock')`;
    return row?.count;
  };
  try {
    await blocker.sql`begin`;
    await hold(blocker.sql);
    const child = runDue(slug);
    await vi.waitUntil(async () => (await others(true)) !== 0, { timeout: 60_000, interval: 50 });
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
    await blocker.sql`rollback`;
    await vi.waitUntil(async () => (await others(false)) === 0, { timeout: 60_000, interval: 50 });
  } finally {
    await blocker.close();
  }
}

it("kill -9 in the middle of expiry, of tiers and of the second round of warnings: 305 members lose 1,000 points and Gold once, and get one mail", async () => {
  const shop = await testMerchant(database, {
    program: {
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after", months: 11 },
      tiers: [{ key: "gold", name: "Gold", needs: { points: 1000 } }],
      qualification: { window: { kind: "calendarYear" } },
    },
  });
  const { buy, differences } = shopping(database, shop);
  const ids = await Promise.all(
    Array.from({ length: members }, (_, place) =>
      testMember(database, shop, {
        email: `member-${place}@example.com`,
        enrolledAt: new Date("2025-01-01T09:00:00Z"),
      }).then(({ id }) => id),
    ),
  );
  // 1,000 that reach Gold and expire in November 2026, and 10 that are told of seven days before 10 February 2027.
  await Promise.all(ids.map((id) => buy(id, { lines: [100_000], at: "2025-12-01T12:00:00+03:00" })));
  await Promise.all(ids.map((id) => buy(id, { lines: [1000], at: "2026-03-10T12:00:00+03:00" })));
  const { merchantId, slug } = shop;
  const done = async () => {
    const [row] = await database.sql`
      select
        (select coalesce(-sum(points), 0)::int from ledger_entry where merchant_id = ${merchantId} and kind = 'expire') as expired,
        (select count(*)::int from member_tier where merchant_id = ${merchantId} and reason = 'lapsed') as lapsed,
        (select count(*)::int from outbox where merchant_id = ${merchantId} and kind = 'expiry') as mails,
        (select count(distinct recipient)::int from outbox where merchant_id = ${merchantId} and kind = 'expiry') as told`;
    return row;
  };

  await killAt(slug, (sql) => sql`lock table ledger_entry in share mode`);
  expect(await done()).toEqual({ expired: 0, lapsed: 0, mails: 0, told: 0 });
  expect(await differences()).toEqual([]);

  await killAt(slug, (sql) => sql`lock table member_tier in share mode`);
  expect(await done()).toEqual({ expired: 305_000, lapsed: 0, mails: 0, told: 0 });

  const last = [...ids].sort().at(-1) ?? "";
  await killAt(
    slug,
    (sql) => sql`
      insert into member_mail_day (merchant_id, member_id, day, mail_id)
      values (${merchantId}, ${last}, '2027-02-03', ${last})`,
  );
  // Whose row somebody holds is passed over: their tier waits for the next run.
  expect(await done()).toEqual({ expired: 305_000, lapsed: 304, mails: 300, told: 300 });

  expect(await finish(slug)).toMatchObject({ expired: 0, tiersMoved: 1, warned: 5 });
  expect(await finish(slug)).toMatchObject({ members: 0, expired: 0, tiersMoved: 0, warned: 0 });
  expect(await done()).toEqual({ expired: 305_000, lapsed: 305, mails: 305, told: 305 });
  expect(await differences()).toEqual([]);
}, 180_000);
