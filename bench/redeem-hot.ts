import { Problem } from "@/lib/kernel/problems";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { bareRedeem } from "./lib/bare-redeem";
import { hotReward, hotStock, openRewardShop } from "./lib/reward-shop";
import { interleave } from "./lib/rounds";
import type { BenchResult } from "./run";

const clients = 50;
const rounds = 5;

/**
 * Fifty clients take one reward, each time for another member, until its stock of 1,000 is out: redemptions per second,
 * against the bare statement under the same contention. Either side fails when it does not give exactly 1,000.
 */
export async function run(): Promise<BenchResult[]> {
  const shop = await openRewardShop(4000, clients, 2 * (rounds + 1) + 1);
  const { database, actor, members } = shop;
  const { merchantId } = actor;
  const memberId = (index: number) => members[(index * 1013) % members.length]?.id ?? "";
  let next = 0;
  const redeem = async (reward: string, index: number): Promise<boolean> => {
    try {
      const context = { actor, now: new Date(), database };
      await redeemReward.execute(context, { member: { id: memberId(index) }, reward });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === "out_of_stock") return false;
      throw error;
    }
  };
  const bare = (reward: string, index: number) =>
    bareRedeem(database, { merchantId, memberId: memberId(index), reward, stock: hotStock });

  const run = (take: typeof bare) => async (): Promise<number> => {
    const reward = hotReward(next++);
    const start = performance.now();
    let index = 0;
    let given = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (await take(reward, index++)) given++;
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const [counted] = await database.sql<{ redemptions: number; total: number }[]>`
      select count(*) as redemptions, (select t.given from reward_total t where t.merchant_id = ${merchantId} and t.reward = ${reward}) as total
      from redemption r where r.merchant_id = ${merchantId} and r.reward = ${reward}`;
    if (given !== hotStock || counted?.redemptions !== hotStock || counted.total !== hotStock)
      throw new Error(`${given} were given of a stock of ${hotStock}, ${JSON.stringify(counted)} recorded`);
    return given / seconds;
  };
  try {
    await run(redeem)();
    await database.sql`analyze`;
    const result = await interleave(rounds, run(redeem), run(bare));
    const target = { atLeast: 0.5 };
    return [{ name: "redeem-hot", ...result, unit: "redemptions/s", target, clients, given: hotStock }];
  } finally {
    await shop.close();
  }
}
