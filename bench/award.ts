import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { bareAward } from "./lib/bare-award";
import { samplePurchase } from "./lib/purchase";
import { interleave, throughput } from "./lib/rounds";
import { openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const concurrency = 16;
const ms = 5000;

/** recordPurchase, whole, against one bare statement that inserts the same rows. */
export async function run(): Promise<BenchResult[]> {
  const shop = await openShop(2000, concurrency);
  const { database, actor, members } = shop;
  const member = (index: number) => {
    const found = members[(index * 7919) % members.length];
    if (!found) throw new Error("no members");
    return found;
  };
  const buy = (index: number) =>
    recordPurchase.execute({ actor, now: new Date(), database }, samplePurchase(member(index)));
  try {
    // A server is measured as it runs, not as it starts: code is compiled by use, and until autovacuum has come by, within
    // the first minute, foreign keys are checked by plans made for empty tables.
    await throughput(buy, { ms: 2 * ms, concurrency });
    await database.sql`analyze`;
    const result = await interleave(
      5,
      () => throughput(buy, { ms, concurrency }),
      () => throughput((i) => bareAward(database, actor.merchantId, member(i).id), { ms, concurrency }),
    );
    return [{ name: "award", ...result, unit: "awards/s", target: { atLeast: 0.5 }, concurrency }];
  } finally {
    await shop.close();
  }
}
