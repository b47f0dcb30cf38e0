import { applyProgram } from "@/lib/program/commands/apply-program";
import { type BenchShop, cafeProgram, openShop } from "./shop";

/** Points that a coffee costs. */
export const price = 100;
export const hotStock = 1000;

/** Rewards with a stock: one for each side of each round. */
export const hotReward = (index: number) => `hot-${index}`;

/** A shop whose members have a million points each, with a coffee for everybody and rewards that run out. */
export async function openRewardShop(members: number, pool: number, hotRewards: number): Promise<BenchShop> {
  const shop = await openShop(members, pool);
  const { database, actor } = shop;
  const reward = (key: string, stock?: number) => ({
    key,
    name: "A filter coffee",
    gives: { kind: "product" as const, productType: "coffee" },
    price: { kind: "points" as const, points: price },
    stock,
    validDays: 30,
  });
  const hot = Array.from({ length: hotRewards }, (_, index) => reward(hotReward(index), hotStock));
  const content = { ...cafeProgram, rewards: [reward("coffee"), ...hot] };
  await applyProgram.execute({ actor, now: new Date(), database }, { content });
  await database.sql`
    with m as (
      update member set balance = 1000000, entry_seq = 1, lot_no = 1, next_due_at = now() + interval '1 year'
      where merchant_id = ${actor.merchantId} returning id),
    e as (
      insert into ledger_entry (merchant_id, member_id, seq, kind, points, pending, previous_balance, balance, occurred_at, recorded_at,
        day, actor)
      select ${actor.merchantId}, id, 1, 'adjust', 1000000, 0, 0, 1000000, now(), now(), now()::date, 'system:bench' from m)
    insert into lot (merchant_id, member_id, no, state, points, remaining, earned_at, available_at, expires_at, entry_seq)
    select ${actor.merchantId}, id, 1, 'open', 1000000, 1000000, now(), now(), now() + interval '1 year', 1 from m`;
  await database.sql`vacuum analyze`;
  return shop;
}
