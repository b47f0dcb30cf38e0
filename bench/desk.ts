import { manyMembers } from "@/db/testing/many-members";
import { findMembers } from "@/lib/members/queries/find-members";
import { listSegmentMembers } from "@/lib/segments/queries/list-segment-members";
import type { MemberFilter, MemberSort } from "@/lib/segments/schemas";
import { interleave, throughput } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import type { BenchResult } from "./run";

const [many, few] = [1_000_000, 10_000];
/** Of these the cards are known. */
const carded = 1_000;
const load = { ms: 3000, concurrency: 4 };
const rounds = 5;

/** Finding a member at the till and leafing through the list at the desk, among a million against ten thousand, as time per look. */
export async function run(): Promise<BenchResult[]> {
  const large = await openShop(carded, load.concurrency);
  const small = await openShop(carded, load.concurrency);
  try {
    await manyMembers(large.database, large.actor.merchantId, many - carded);
    await manyMembers(small.database, small.actor.merchantId, few - carded);
    const results: BenchResult[] = [];
    for (const [name, look] of Object.entries(looks)) {
      const times = await interleave(rounds, timeOf(large, many, look), timeOf(small, few, look));
      const target = { atMost: 1.5 };
      results.push({ name: `desk ${name}`, ...times, unit: "ms/look", target, members: many, against: few });
    }
    return results;
  } finally {
    await large.close();
    await small.close();
  }
}

type Look = (shop: BenchShop, somebody: number, turn: number) => Promise<unknown>;

const names = ["elif", "Mehmet K", "öz", "selin y", "burak", "Kaya A"];
const orders: MemberSort[] = ["joined", "name", "visit", "balance", "spend"];
// Each leaves more than a page of ten thousand.
const filters: MemberFilter[] = [{}, { tier: "gold" }, { tags: ["regular"] }, { spendFrom: 500_000 }];

const looks: Record<string, Look> = {
  find: ({ members, ...shop }, somebody, turn) => {
    const typed = [
      members[somebody % members.length]?.card ?? "",
      `0${5_000_000_000 + somebody}`,
      `person${somebody}@example.com`,
      names[turn % names.length] ?? "",
    ];
    return findMembers.execute(asking(shop), { search: typed[turn % typed.length] });
  },
  list: (shop, _, turn) =>
    listSegmentMembers.execute(asking(shop), {
      sort: orders[turn % orders.length],
      filter: filters[turn % filters.length],
      direction: turn % 2 === 0 ? "descending" : "ascending",
    }),
};

const asking = ({ actor, database }: Pick<BenchShop, "actor" | "database">) => ({
  actor,
  database,
  now: new Date(),
});

const timeOf = (shop: BenchShop, members: number, look: Look) => async () => {
  // The same stride through either shop, so that both are asked for people who lie far apart.
  const somebody = (turn: number) => ((turn * 7_919) % (members - carded)) + 1;
  return (1000 * load.concurrency) / (await throughput((turn) => look(shop, somebody(turn), turn), load));
};
