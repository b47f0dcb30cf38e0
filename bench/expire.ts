import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { localDate, startOfDay } from "@/lib/kernel/calendar";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { runDue } from "@/lib/points/run-due";
import { onCopy } from "./lib/copies";
import { fillDueLots } from "./lib/due-lots";
import { samplePurchase } from "./lib/purchase";
import { median } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import { percentile, steadyLoad } from "./lib/steady-load";
import type { BenchResult } from "./run";

const members = 100_000;
const perMember = 10;
const lots = members * perMember;
const rounds = 2;
const awards = { perSecond: 30, idleMs: 25_000, rounds: 3 };

/**
 * A million lots that are due at the same instant (the end of a quarter, say: ten of each regular): expired by `run-due`,
 * against one UPDATE that sets the same rows to nothing. Each side has a fresh copy of the same database. Then once more
 * with a till that goes on, whose p99 is compared with that of an idle machine.
 */
export async function run(): Promise<BenchResult[]> {
  const shop = await openShop(members, 4);
  try {
    const due = startOfDay(localDate(new Date(), "Europe/Istanbul"), "Europe/Istanbul");
    await fillDueLots(shop.database, { merchantId: shop.actor.merchantId, perMember, expiresAt: due });
    // A copy is made of a database that nobody is connected to.
    await shop.database.close();
    const using =
      <T>(measure: (copy: Copy) => Promise<T>) =>
      ({ database }: Pick<Copy, "database">) =>
        measure({ ...shop, database });
    const measured: { ours: number; limit: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const sides = round % 2 === 0 ? [ours, limit] : [limit, ours];
      const [first, second] = [
        await onCopy(shop, using(sides[0] ?? ours)),
        await onCopy(shop, using(sides[1] ?? limit)),
      ];
      measured.push(round % 2 === 0 ? { ours: first, limit: second } : { ours: second, limit: first });
    }
    const middle = {
      ours: median(measured.map((one) => one.ours)),
      limit: median(measured.map((one) => one.limit)),
    };
    const beside: Awaited<ReturnType<typeof besideAwards>>[] = [];
    for (let round = 0; round < awards.rounds; round++) {
      beside.push(
        await onCopy(
          shop,
          using((copy) => besideAwards(copy, due)),
        ),
      );
    }
    const p99 = {
      during: median(beside.map((one) => one.during)),
      idle: median(beside.map((one) => one.idle)),
    };
    return [
      {
        name: "expire",
        ...middle,
        ratio: middle.ours / middle.limit,
        rounds: measured,
        unit: "lots/s",
        target: { atLeast: 0.3 },
        lots,
        members,
      },
      {
        name: "expire award p99",
        ours: p99.during,
        limit: p99.idle,
        ratio: p99.during / p99.idle,
        unit: "ms",
        target: { atMost: 3 },
        rounds: beside,
        perSecond: awards.perSecond,
      },
    ];
  } finally {
    await shop.close();
  }
}

type Copy = Pick<BenchShop, "database" | "actor" | "members">;

/** Lots expired a second by `run-due`, and the laws of the ledger hold afterwards. */
async function ours(copy: Copy): Promise<number> {
  const context = { actor: copy.actor, now: new Date(), database: copy.database };
  const begun = performance.now();
  const { expired } = await runDue(context);
  const seconds = (performance.now() - begun) / 1000;
  if (expired !== lots * 100) throw new Error(`${expired} points expired instead of ${lots * 100}`);
  await holdToTheLaws(context);
  return lots / seconds;
}

async function holdToTheLaws(context: {
  actor: Copy["actor"];
  now: Date;
  database: Database;
}): Promise<void> {
  const { differences } = await verifyLedger.execute(context, {});
  if (differences.length > 0) throw new Error(`broken laws: ${JSON.stringify(differences.slice(0, 3))}`);
}

/** The bare statement. */
async function limit({ database, actor }: Copy): Promise<number> {
  const begun = performance.now();
  const { count } = await database.sql`
    update lot set remaining = 0 where merchant_id = ${actor.merchantId} and remaining > 0 and expires_at <= now()`;
  if (count !== lots) throw new Error(`${count} rows instead of ${lots}`);
  return lots / ((performance.now() - begun) / 1000);
}

/** Awards at a steady pace: first before anything is due, then while everything expires. */
async function besideAwards(
  copy: Copy,
  due: Date,
): Promise<{ idle: number; during: number; seconds: number; awardsIdle: number; awardsDuring: number }> {
  const { database, actor } = copy;
  const awardAt = (now: Date) => (index: number) => {
    const member = copy.members[(index * 7919) % copy.members.length];
    if (!member) throw new Error("no members");
    return recordPurchase.execute(
      { actor, now, database },
      { ...samplePurchase(member), occurredAt: now.toISOString() },
    );
  };
  const before = awardAt(new Date(due.getTime() - 60_000));
  await steadyLoad(before, { ...awards, until: pause(5000) });
  const idle = await steadyLoad(before, { ...awards, until: pause(awards.idleMs) });
  const begun = performance.now();
  const expiring = runDue({ actor, now: new Date(), database });
  const during = await steadyLoad(awardAt(new Date()), { ...awards, until: expiring });
  await expiring;
  const seconds = (performance.now() - begun) / 1000;
  await holdToTheLaws({ actor, now: new Date(), database });
  return {
    idle: percentile(idle, 0.99),
    during: percentile(during, 0.99),
    seconds,
    awardsIdle: idle.length,
    awardsDuring: during.length,
  };
}
