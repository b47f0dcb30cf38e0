import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, expect, it, vi } from "vitest";
import { openDatabase } from "@/db/client";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { freshDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { childEnv } from "@/lib/kernel/env";
import { root } from "./lib/root";

const { url, drop } = await freshDatabase();
const database = openDatabase(url, { max: 4 });
const { sql } = database;
const workers: ChildProcess[] = [];

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await database.close();
  await drop();
});

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "cli/worker.ts"], {
    cwd: root,
    env: childEnv({ DATABASE_URL: url, NEXTAUTH_URL: "https://shop.example", LOG_LEVEL: "error" }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(child);
  return child;
}

const soon = { timeout: 60_000, interval: 50 };
const months = (count: number, from = new Date()) => {
  const at = new Date(from);
  at.setUTCMonth(at.getUTCMonth() - count);
  return at.toISOString();
};
const inFiveDays = new Date(Date.now() + 5 * 86_400_000);

/** Where it is about noon now, so that mail may be sent. */
const noonZone = () => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
};

it("kill -9 of a worker that expires 120 x 1,000 points: the next one takes its job over, nothing expires twice, Gold ends once, and five are told once that theirs will", async () => {
  const shop = await testMerchant(database, {
    timezone: noonZone(),
    program: {
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after", months: 11 },
      tiers: [{ key: "gold", name: "Gold", needs: { points: 1000 } }],
      qualification: { window: { kind: "calendarYear" } },
    },
  });
  const { merchantId } = shop;
  const { buy, differences } = shopping(database, shop);
  const enrol = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        testMember(database, shop, {
          email: `${randomUUID()}@example.com`,
          enrolledAt: new Date(months(36)),
        }),
      ),
    );
  await Promise.all((await enrol(120)).map(({ id }) => buy(id, { lines: [100_000], at: months(25) })));
  await Promise.all((await enrol(5)).map(({ id }) => buy(id, { lines: [500], at: months(11, inFiveDays) })));
  const done = async () => {
    const [row] = await sql`
      select
        (select coalesce(-sum(points), 0)::int from ledger_entry where merchant_id = ${merchantId} and kind = 'expire') as expired,
        (select count(*)::int from member_tier where merchant_id = ${merchantId} and reason = 'lapsed') as lapsed,
        (select count(*)::int from outbox where merchant_id = ${merchantId} and kind = 'expiry') as told,
        (select count(*)::int from job_run where merchant_id = ${merchantId} and job = 'run-due-all' and failure is null) as runs`;
    return row;
  };

  const blocker = openDatabase(url, { max: 1 });
  await blocker.sql`begin`;
  await blocker.sql`lock table ledger_entry in share mode`;
  await sql`select graphile_worker.add_job('run-due-all', job_key => 'run-due-all')`;
  const killed = startWorker();
  const waiting = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%expire_due%'`;
    return row?.count !== 0;
  };
  await vi.waitUntil(waiting, soon);
  const exit = once(killed, "exit");
  killed.kill("SIGKILL");
  expect(await exit).toEqual([null, "SIGKILL"]);
  await blocker.sql`rollback`;
  await blocker.close();
  expect(await done()).toEqual({ expired: 0, lapsed: 0, told: 0, runs: 0 });

  await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 hour'`;
  startWorker();
  await vi.waitUntil(async () => (await done())?.runs === 1, soon);
  expect(await done()).toEqual({ expired: 120_000, lapsed: 120, told: 5, runs: 1 });
  expect(await differences()).toEqual([]);
}, 180_000);

it("a timetable that cannot be written, as on a full disk: the worker goes on and writes it as soon as it can", async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await sql`delete from graphile_worker._private_known_crontabs`;
  await sql`alter table graphile_worker._private_known_crontabs add constraint full_disk check (false) not valid`;
  const worker = startWorker();
  if (!worker.stdout) throw new Error("the worker says nothing");
  await Promise.race([once(worker.stdout, "data"), once(worker, "exit")]);
  await sql`alter table graphile_worker._private_known_crontabs drop constraint full_disk`;
  await vi.waitFor(async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from graphile_worker._private_known_crontabs`;
    expect(row?.count).toBeGreaterThan(0);
  }, soon);
  expect(worker.exitCode).toBeNull();
}, 180_000);
