import { countComeBacks } from "@/lib/insights/commands/count-come-backs";
import { getOverview } from "@/lib/insights/queries/overview";
import { pointsByDay } from "@/lib/insights/queries/points-by-day";
import { runDue } from "@/lib/points/run-due";
import { fillLedger } from "./lib/million";
import { interleave, throughput } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const memberCount = 20_000;
const [many, few] = [1_000_000, 10_000];
const load = { ms: 3000, concurrency: 4 };
const rounds = 5;

/** All that the overview reads, with a million purchases behind it against ten thousand, as time per page. */
export async function run(): Promise<BenchResult[]> {
  const large = await openShop(memberCount, load.concurrency);
  const small = await openShop(memberCount, load.concurrency);
  try {
    await fillLedger(large, { members: memberCount, each: many / memberCount });
    await fillLedger(small, { members: few, each: 1 });
    const nights = [await night(large), await night(small)];
    const page = await interleave(rounds, timeOf(large), timeOf(small));
    const target = { atMost: 1.5 };
    return [
      { name: "overview", ...page, unit: "ms/page", target, purchases: many, against: few, nightMs: nights },
    ];
  } finally {
    await large.close();
    await small.close();
  }
}

/** What a worker does at night so that the page need not: in milliseconds. */
async function night({ database, actor }: BenchShop): Promise<number> {
  const start = performance.now();
  const execution = { actor, database, now: new Date() };
  await runDue(execution);
  await countComeBacks.execute(execution, {});
  return Math.round(performance.now() - start);
}

const timeOf = (shop: BenchShop) => async () =>
  (1000 * load.concurrency) / (await throughput(() => page(shop), load));

async function page({ database, actor }: BenchShop): Promise<void> {
  const asking = { actor, database, now: new Date() };
  await Promise.all([getOverview.execute(asking, {}), pointsByDay.execute(asking, { days: 365 })]);
}
