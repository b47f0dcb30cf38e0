import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { getMember } from "@/lib/members/queries/get-member";
import { getLedger } from "@/lib/points/queries/get-ledger";
import { fillLedger, memberCount } from "./lib/million";
import { samplePurchase } from "./lib/purchase";
import { interleave, throughput } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const purchases = 1_000_000;
const load = { ms: 3000, concurrency: 16 };
const rounds = 5;

/** The award and the member page with a million purchases in the ledger against an empty one, as time per call. */
export async function run(): Promise<BenchResult[]> {
  const full = await openShop(memberCount, load.concurrency);
  const empty = await openShop(memberCount, load.concurrency);
  try {
    await fillLedger(full.database, full.actor.merchantId, purchases);
    const award = await interleave(rounds, timeOf(full, awardOnce), timeOf(empty, awardOnce));
    const page = await interleave(rounds, timeOf(full, memberPage), timeOf(empty, memberPage));
    const target = { atMost: 1.2 };
    return [
      { name: "award-growth", ...award, unit: "ms/award", target, purchases },
      { name: "award-growth member page", ...page, unit: "ms/page", target, purchases },
    ];
  } finally {
    await full.close();
    await empty.close();
  }
}

/** Milliseconds of one call, at the concurrency of the award benchmark. */
const timeOf = (shop: BenchShop, work: (shop: BenchShop, index: number) => Promise<unknown>) => async () =>
  (1000 * load.concurrency) / (await throughput((index) => work(shop, index), load));

const memberAt = ({ members }: BenchShop, index: number) => {
  const member = members[(index * 7919) % members.length];
  if (!member) throw new Error("no members");
  return member;
};

const awardOnce = (shop: BenchShop, index: number) =>
  recordPurchase.execute(
    { actor: shop.actor, now: new Date(), database: shop.database },
    samplePurchase(memberAt(shop, index)),
  );

async function memberPage(shop: BenchShop, index: number): Promise<void> {
  const context = { actor: shop.actor, now: new Date(), database: shop.database };
  const { id } = memberAt(shop, index);
  await Promise.all([getMember.execute(context, { id }), getLedger.execute(context, { id, limit: 20 })]);
}
