import { afterEach, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ProgramInput } from "@/lib/program/schemas";
import { cancelRedemption } from "@/lib/rewards/commands/cancel-redemption";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { useVoucher } from "@/lib/rewards/commands/use-voucher";
import { noon, onePerUnit, type Shopping, shopping } from "./shopping";
import { testMember } from "./test-member";
import { type TestMerchant, testMerchant } from "./test-merchant";

export type RewardInput = NonNullable<ProgramInput["rewards"]>[number];

const coffee: RewardInput = {
  key: "coffee",
  name: "A filter coffee",
  gives: { kind: "product" },
  price: { kind: "points", points: 100 },
  validDays: 30,
};

/** A program whose one reward is a filter coffee for 100 points. */
export const coffeeProgram = (change: Partial<RewardInput> = {}, more: ProgramInput = {}): ProgramInput => ({
  earning: { rules: [onePerUnit] },
  expiry: { kind: "after", months: 12 },
  ...more,
  rewards: [{ ...coffee, ...change }],
});

/** A shop for each test that opens one, whose laws are held to after it. Call it at the top of the file. */
export function rewardShop(database: Database) {
  let merchant: TestMerchant;
  let shop: Shopping;
  const by = (now: string) => ({ actor: merchant.actor, now: new Date(now), database });
  afterEach(async () => expect(await shop.differences()).toEqual([]));
  const memberWith = async (points: number, at = noon) => {
    const { id } = await testMember(database, merchant);
    if (points > 0) await shop.buy(id, { lines: [points * 100], at });
    return id;
  };
  return {
    merchant: () => merchant,
    shop: () => shop,
    by,
    memberWith,
    /** A new shop with a member who has so many points. */
    async open(points: number, content: ProgramInput = coffeeProgram()) {
      merchant = await testMerchant(database, { program: content });
      shop = shopping(database, merchant);
      return memberWith(points);
    },
    redeem: (member: string, more: object = {}, now = noon) =>
      redeemReward.execute(by(now), { member: { id: member }, reward: "coffee", ...more }),
    cancel: (redemption: string, now = noon) => cancelRedemption.execute(by(now), { redemption }),
    use: (code: string, now = noon) => useVoucher.execute(by(now), { code }),
    lots: async (member: string) =>
      (
        await database.sql<{ remaining: number }[]>`
          select remaining from lot where merchant_id = ${merchant.merchantId} and member_id = ${member} order by no`
      ).map((lot) => lot.remaining),
    given: async () =>
      (
        await database.sql<{ given: number }[]>`
          select given from reward_total where merchant_id = ${merchant.merchantId} and reward = 'coffee'`
      )[0]?.given,
  };
}

export const codeOf = ({ voucher }: { voucher: { code: string } | null }): string => voucher?.code ?? "";

/** Codes of the tries that were refused. */
export const refusedCodes = (tries: PromiseSettledResult<unknown>[]): string[] =>
  tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
