import { expect, test } from "vitest";
import { noon, onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { unmergeMembers } from "@/lib/members/commands/unmerge-members";
import { getLedger } from "@/lib/points/queries/get-ledger";
import { cancelRedemption } from "./commands/cancel-redemption";
import { redeemReward } from "./commands/redeem-reward";

const database = await testDatabase();

/** Two cards with 300 and 150 points that will turn out to be one person's. */
async function two() {
  const merchant = await testMerchant(database, {
    program: {
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after", months: 12 },
      rewards: [
        {
          key: "coffee",
          name: "A filter coffee",
          gives: { kind: "product" },
          price: { kind: "points", points: 100 },
          limits: [{ count: 2, per: "ever" }],
        },
      ],
    },
  });
  const shop = shopping(database, merchant);
  const survivor = await testMember(database, merchant);
  const other = await testMember(database, merchant);
  await shop.buy(survivor.id, { lines: [30_000], at: noon });
  await shop.buy(other.id, { lines: [15_000], at: noon });
  const as = { actor: merchant.actor, now: new Date(noon), database };
  const merge = () => mergeMembers.execute(as, { id: survivor.id, other: { id: other.id } });
  return { as, shop, survivor, other, merge };
}

/** The two, and they go on as the first. */
async function merged() {
  const both = await two();
  await both.merge();
  return both;
}

test("300 points and 150 of a merged card: its id and its card take rewards of 100 from the 450 of who carries on, twice at most", async () => {
  const { as, other } = await merged();
  const take = (member: { id: string } | { card: string }) =>
    redeemReward.execute(as, { member, reward: "coffee" });
  expect((await take({ id: other.id })).points).toMatchObject({ spent: 100, balance: 350 });
  expect((await take({ card: other.card })).points).toMatchObject({ spent: 100, balance: 250 });
  // What was taken counts for who carries on, by whatever they were asked for.
  await expect(take({ id: other.id })).rejects.toMatchObject({ code: "reward_limit" });
});

test("the entries of a merged member are those of who carries on", async () => {
  const { as, survivor, other } = await merged();
  const entries = await getLedger.execute(as, { id: other.id });
  expect(entries.entries[0]?.balance).toBe(450);
  expect(entries).toEqual(await getLedger.execute(as, { id: survivor.id }));
});

test("of 150 a merged card had paid 100 for a coffee: taken back by who carries on, 350 are 450, in the lots that carry on", async () => {
  const { as, shop, survivor, other, merge } = await two();
  const { redemption } = await redeemReward.execute(as, { member: { id: other.id }, reward: "coffee" });
  await merge();
  const { points } = await cancelRedemption.execute(as, { redemption: redemption.id });
  expect(points).toEqual({ returned: 100, expired: 0, balance: 450 });
  expect(await shop.differences()).toEqual([]);
  const lots = await database.sql<{ remaining: number }[]>`
    select remaining from lot where merchant_id = ${as.actor.merchantId} and member_id = ${survivor.id} order by remaining`;
  expect(lots.map(({ remaining }) => remaining)).toEqual([150, 300]);
});

test("merged and parted again, the coffee for 100 is taken back where it was paid: 300 and 150 as they were", async () => {
  const { as, shop, survivor, other, merge } = await two();
  const { redemption } = await redeemReward.execute(as, { member: { id: other.id }, reward: "coffee" });
  const { merge: done } = await merge();
  await unmergeMembers.execute(as, { id: survivor.id, merge: done.id });
  const { points } = await cancelRedemption.execute(as, { redemption: redemption.id });
  expect(points).toEqual({ returned: 100, expired: 0, balance: 150 });
  expect((await shop.balance(survivor.id)).balance).toBe(300);
  expect(await shop.differences()).toEqual([]);
});

test("a coffee paid while two cards were one is taken back after they are parted: its 100 go to who carried on", async () => {
  const { as, shop, survivor, other, merge } = await two();
  const { merge: done } = await merge();
  const { redemption } = await redeemReward.execute(as, { member: { id: other.id }, reward: "coffee" });
  await unmergeMembers.execute(as, { id: survivor.id, merge: done.id });
  const { points } = await cancelRedemption.execute(as, { redemption: redemption.id });
  expect(points).toMatchObject({ returned: 100 });
  expect(await shop.differences()).toEqual([]);
});
