import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { getMember } from "@/lib/members/queries/get-member";
import { getLedger } from "@/lib/points/queries/get-ledger";
import { fillLedger } from "./lib/million";
import { samplePurchase } from "./lib/purchase";
import { interleave, throughput } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const members = 20_000;
/** Entries on a member's page. */
const shownAtOnce = 20;
const full = { members, each: 50 };
const nearlyEmpty = { members: 100, each: shownAtOnce };
const load = { ms: 3000, concurrency: 16 };
const rounds = 5;

/**
 * The award and the member page with a million purchases in the ledger against an empty one, as time per call. A page of
 * an empty ledger shows nothing: there a hundred members have the twenty purchases that a page shows, and only theirs are read.
 */
export async function run(): Promise<BenchResult[]> {
  const grown = await openShop(members, load.concurrency);
  const empty = await openShop(members, load.concurrency);
  try {
    await fillLedger(grown, full);
    await fillLedger(empty, nearlyEmpty);
    await Promise.all([grown, empty].map(settle));
    const award = await interleave(rounds, timeOf(grown, awardOnce), timeOf(empty, awardOnce));
    const page = await interleave(
      rounds,
      timeOf(grown, memberPage(full.members)),
      timeOf(empty, memberPage(nearlyEmpty.members)),
    );
    const target = { atMost: 1.2 };
    const purchases = full.members * full.each;
    return [
      { name: "award-growth", ...award, unit: "ms/award", target, purchases },
      { name: "award-growth member page", ...page, unit: "ms/page", target, purchases },
    ];
  } finally {
    await grown.close();
    await empty.close();
  }
}

/** As in the award benchmark: a server that has warmed up, and tables that autovacuum has looked at. */
async function settle(shop: BenchShop): Promise<void> {
  await throughput((index) => awardOnce(shop, index), load);
  await shop.database.sql`analyze`;
}

/** Milliseconds of one call, at the concurrency of the award benchmark. */
const timeOf = (shop: BenchShop, work: (shop: BenchShop, index: number) => Promise<unknown>) => async () =>
  (1000 * load.concurrency) / (await throughput((index) => work(shop, index), load));

const memberAt = ({ members }: BenchShop, index: number, among = members.length) => {
  const member = members[(index * 7919) % among];
  if (!member) throw new Error("no members");
  return member;
};

const awardOnce = (shop: BenchShop, index: number) =>
  recordPurchase.execute(
    { actor: shop.actor, now: new Date(), database: shop.database },
    samplePurchase(memberAt(shop, index)),
  );

/** The page of one of the first `among` members. */
const memberPage =
  (among: number) =>
  async (shop: BenchShop, index: number): Promise<void> => {
    const context = { actor: shop.actor, now: new Date(), database: shop.database };
    const { id } = memberAt(shop, index, among);
    await Promise.all([
      getMember.execute(context, { id }),
      getLedger.execute(context, { id, limit: shownAtOnce }),
    ]);
  };
