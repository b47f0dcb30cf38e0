import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { bareRedeem } from "./lib/bare-redeem";
import { openRewardShop } from "./lib/reward-shop";
import { interleave, throughput } from "./lib/rounds";
import type { BenchResult } from "./run";

const concurrency = 16;
const ms = 5000;

/** redeemReward, whole, spread over members, against one bare statement that writes the same rows. */
export async function run(): Promise<BenchResult[]> {
  const shop = await openRewardShop(2000, concurrency, 0);
  const { database, actor, members } = shop;
  const { merchantId } = actor;
  const member = (index: number) => {
    const found = members[(index * 7919) % members.length];
    if (!found) throw new Error("no members");
    return found.id;
  };
  const redeem = (index: number) =>
    redeemReward.execute(
      { actor, now: new Date(), database },
      { member: { id: member(index) }, reward: "coffee" },
    );
  const bare = (index: number) =>
    bareRedeem(database, { merchantId, memberId: member(index), reward: "coffee" });
  try {
    await throughput(redeem, { ms: 2 * ms, concurrency });
    await database.sql`analyze`;
    const result = await interleave(
      5,
      () => throughput(redeem, { ms, concurrency }),
      () => throughput(bare, { ms, concurrency }),
    );
    return [{ name: "redeem", ...result, unit: "redemptions/s", target: { atLeast: 0.5 }, concurrency }];
  } finally {
    await shop.close();
  }
}
