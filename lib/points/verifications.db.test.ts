import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { spendPoints } from "./commands/spend-points";
import { verifyLedger } from "./queries/verify-ledger";

const database = await testDatabase();

/** 100 points earned, 60 of them spent: one lot of which 40 remain, two entries. */
async function hundredEarnedSixtySpent() {
  const merchant = await testMerchant(database, { program: { earning: { rules: [onePerUnit] } } });
  const { id } = await testMember(database, merchant);
  const shop = shopping(database, merchant);
  await shop.buy(id, { lines: [10_000], at: "2025-01-10T12:00:00+03:00" });
  const by = { actor: merchant.actor, now: new Date("2025-02-01T12:00:00+03:00"), database };
  await spendPoints.execute(by, { member: { id }, points: 60, reference: "coffee" });
  const broken = async () =>
    (await verifyLedger.execute(by, {})).differences.map(
      (found) => `${found.law}: ${found.recorded}, recomputed ${found.recomputed}`,
    );
  return { merchantId: merchant.merchantId, broken };
}

test("100 earned and 60 spent: no law is broken", async () => {
  expect(await (await hundredEarnedSixtySpent()).broken()).toEqual([]);
});

test.each([
  [
    "a balance of 40 raised to 41 by hand",
    "update member set balance = 41 where merchant_id = $1",
    [
      "balance = sum of entries: 41, recomputed 40",
      "balance = what remains in open lots - debt: 41, recomputed 40",
    ],
  ],
  [
    "a lot of which 40 remain filled up to 90",
    "update lot set remaining = 90 where merchant_id = $1",
    [
      "balance = what remains in open lots - debt: 40, recomputed 90",
      "what remains in a lot = its points + its movements, between 0 and its points: 90, recomputed 40",
    ],
  ],
  [
    "a movement of 5 in a lot that does not exist",
    `insert into lot_movement (merchant_id, member_id, entry_seq, lot_no, points)
     select merchant_id, id, 2, 9, 5 from member where merchant_id = $1`,
    ["what remains in a lot = its points + its movements, between 0 and its points: none, recomputed 5"],
  ],
  [
    "points that are pending on the member only",
    "update member set pending = 7 where merchant_id = $1",
    ["pending = sum of entries = what remains in pending lots: 7, recomputed 0 by entries, 0 in lots"],
  ],
  [
    "an entry that starts from another balance than the one before it left",
    "update ledger_entry set previous_balance = 99, balance = 39 where merchant_id = $1 and seq = 2",
    [
      "each entry goes on from the balance before it, without gaps: 99 -> 39, recomputed 100 -> 40 as number 2",
    ],
  ],
  [
    "the number of the last entry forgotten",
    "update member set entry_seq = 1 where merchant_id = $1",
    ["the member's last entry and lot numbers: 1 and 1, recomputed 2 and 1"],
  ],
  [
    "a lot that expires in a year, on nobody's list",
    "update lot set expires_at = '2026-01-11T00:00:00Z' where merchant_id = $1",
    ["nothing falls due before next_due_at: never, recomputed 2026-01-11 00:00:00+00"],
  ],
  [
    "a purchase too many on the member",
    "update member set purchase_count = 2 where merchant_id = $1",
    ["the member's purchases and spend: 2 for 10000, recomputed 1 for 10000"],
  ],
  [
    "a purchase whose explanation adds up to something else",
    "update purchase set points = 99 where merchant_id = $1",
    [
      "a purchase awards what its explanation adds up to: 99, recomputed 100",
      "a purchase awards and takes what its entries do: 99, held 0, paid 0, recomputed 100, held 0, paid 0",
    ],
  ],
  [
    "a day that redeemed 61 of the 60 spent",
    "update day_total set redeemed = redeemed + 1 where merchant_id = $1 and redeemed > 0",
    ["day totals of points = entries of the day: 0 0 61 0 0 0, recomputed 0 0 60 0 0 0"],
  ],
  [
    "a day with revenue that nobody paid",
    "update day_total set revenue = revenue + 500 where merchant_id = $1 and purchases > 0",
    ["day totals of purchases = purchases of the day: 1 for 10500, recomputed 1 for 10000"],
  ],
  [
    "a member found by a tag that nobody gave",
    "update member set tags = '{regular}' where merchant_id = $1",
    ["members are found by the tags that they have: , recomputed regular"],
  ],
])("%s is named, and nothing else", async (_, tampering, differences) => {
  const { merchantId, broken } = await hundredEarnedSixtySpent();
  await database.sql.unsafe(tampering, [merchantId]);
  expect(await broken()).toEqual(differences);
});

test("200,000 days with revenue that nobody paid are named, all of them", async () => {
  const { merchantId, broken } = await hundredEarnedSixtySpent();
  await database.sql`
    insert into day_total (merchant_id, day, slot, revenue)
    select ${merchantId}, date '1400-01-01' + n, 0, 500 from generate_series(1, 200000) n`;
  expect(await broken()).toHaveLength(200_000);
});
