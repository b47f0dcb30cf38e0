import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Database } from "@/db/client";
import { onCopy } from "./lib/copies";
import { fillDueTiers, gracesEnd } from "./lib/due-tiers";
import { openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const members = 1_000_000;
const quarter = members / 4;
const once = join(dirname(fileURLToPath(import.meta.url)), "lib", "tiers-once.ts");

/**
 * A million members whose days of grace end at the same instant: looked at by `run-due` in a process of its own, against one
 * UPDATE of the same rows, each on a fresh copy of the database. A quarter of them tells whether memory grows with their number.
 */
export async function run(): Promise<BenchResult[]> {
  const shop = await openShop(members, 4);
  const { merchantId } = shop.actor;
  try {
    await fillDueTiers(shop);
    // A copy is made of a database that nobody is connected to.
    await shop.database.close();
    const few = await onCopy(shop, async ({ database, url }) => {
      await database.sql`
        update member set tier_due_at = null where merchant_id = ${merchantId} and id > (
          select id from member where merchant_id = ${merchantId} order by id offset ${quarter - 1} limit 1)`;
      return lookAt(url, merchantId, quarter);
    });
    const many = await onCopy(shop, ({ url }) => lookAt(url, merchantId, members));
    const limit = await onCopy(shop, ({ database }) => updateAll(database, merchantId));
    return [
      {
        name: "tiers",
        ours: many.perSecond,
        limit,
        ratio: many.perSecond / limit,
        unit: "members/s",
        members,
        moved: many.moved,
        seconds: many.seconds,
      },
      {
        name: "tiers peak memory, of all against a quarter",
        ours: many.megabytes,
        limit: few.megabytes,
        ratio: many.megabytes / few.megabytes,
        unit: "MB",
        target: { atMost: 1.25 },
      },
    ];
  } finally {
    await shop.close();
  }
}

async function lookAt(url: string, merchantId: number, expected: number) {
  const args = ["--import", "tsx", once, url, String(merchantId), gracesEnd];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { tiersLookedAt, tiersMoved, seconds, megabytes } = JSON.parse(stdout) as Record<string, number>;
  if (tiersLookedAt !== expected || !tiersMoved || !seconds || !megabytes)
    throw new Error(`${tiersLookedAt} members were looked at instead of ${expected}`);
  return { perSecond: expected / seconds, seconds, moved: tiersMoved, megabytes };
}

/** The bare statement: the same columns of the same rows. */
async function updateAll({ sql }: Database, merchantId: number): Promise<number> {
  const begun = performance.now();
  const { count } = await sql`
    update member set tier = case when tally ? 'y2026' then 'silver' end, tier_since = ${gracesEnd}, tier_until = null, tier_lock = null,
      tally = tally, tier_as_of = ${gracesEnd}, tier_due_at = null, tally_seq = tally_seq + 1
    where merchant_id = ${merchantId} and tier_due_at <= ${gracesEnd}`;
  if (count !== members) throw new Error(`${count} rows instead of ${members}`);
  return members / ((performance.now() - begun) / 1000);
}
