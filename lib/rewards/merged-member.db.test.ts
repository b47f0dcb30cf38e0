import { expect, test } from "vitest";
import { noon, onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { getLedger } from "@/lib/points/queries/get-ledger";
import { redeemReward } from "./commands/redeem-reward";

const database = await testDatabase();

/** Two cards with 300 and 50 points that turned out to be one person's, and go on as the first. */
async function merged() {
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
  await shop.buy(other.id, { lines: [5_000], at: noon });
  const as = { actor: merchant.actor, now: new Date(noon), database };
  await mergeMembers.execute(as, { id: survivor.id, other: { id: other.id } });
  return { as, survivor, other };
}

test("300 points and 50 of a merged card: its id and its card take rewards of 100 from the 350 of who carries on, twice at most", async () => {
  const { as, other } = await merged();
  const take = (member: { id: string } | { card: string }) =>
    redeemReward.execute(as, { member, reward: "coffee" });
  expect((await take({ id: other.id })).points).toMatchObject({ spent: 100, balance: 250 });
  expect((await take({ card: other.card })).points).toMatchObject({ spent: 100, balance: 150 });
  // What was taken counts for who carries on, by whatever they were asked for.
  await expect(take({ id: other.id })).rejects.toMatchObject({ code: "reward_limit" });
});

test("the entries of a merged member are those of who carries on", async () => {
  const { as, survivor, other } = await merged();
  const entries = await getLedger.execute(as, { id: other.id });
  expect(entries.entries[0]?.balance).toBe(350);
  expect(entries).toEqual(await getLedger.execute(as, { id: survivor.id }));
});
