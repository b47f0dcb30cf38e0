import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { updateSettings } from "@/lib/merchants/commands/update-settings";
import { giftPoints } from "./commands/gift-points";
import { verifyLedger } from "./queries/verify-ledger";

const database = await testDatabase();
const enrolledAt = new Date("2026-01-01T09:00:00+03:00");

/** 100.00 in two lines, 20 points of it paid with; 30.00 of the first line went back; 5 points were given away. */
async function boughtRefundedGiven() {
  const merchant = await testMerchant(database, { program: { earning: { rules: [onePerUnit] } } });
  const [one, two] = [
    await testMember(database, merchant, { enrolledAt }),
    await testMember(database, merchant, { enrolledAt }),
  ];
  const shop = shopping(database, merchant);
  await shop.buy(one.id, { lines: [5_000], at: "2026-02-10T12:00:00+03:00" });
  const { purchase } = await shop.buy(one.id, {
    lines: [6_000, 4_000],
    at: "2026-02-11T12:00:00+03:00",
    tender: 20,
  });
  await shop.refund(purchase.id, { lines: [{ id: "1", amount: 3_000 }] }, "2026-02-12T12:00:00+03:00");
  const by = { actor: merchant.actor, now: new Date("2026-02-13T12:00:00+03:00"), database };
  await giftPoints.execute(by, { from: { id: one.id }, to: { id: two.id }, points: 5, reference: "gift-1" });
  const broken = async () => {
    const { differences } = await verifyLedger.execute(by, {});
    return differences.map(
      ({ law, recorded, recomputed }) => `${law}: ${recorded}, recomputed ${recomputed}`,
    );
  };
  return { ...merchant, broken, by };
}

test("bought, refunded in part and given: no law is broken, also when the shop has been set to another zone since", async () => {
  const { broken, by } = await boughtRefundedGiven();
  expect(await broken()).toEqual([]);
  await updateSettings.execute(by, { timezone: "Pacific/Auckland" });
  expect(await broken()).toEqual([]);
});

test.each([
  [
    "a refund too many in a day's total",
    "update day_total set refunds = refunds + 1 where merchant_id = $1 and refunds > 0",
  ],
  [
    "a day's refunds of 30.00 said to be 31.00",
    "update day_total set refunded = refunded + 100 where merchant_id = $1 and refunds > 0",
  ],
  [
    "a day that enrolled three of the two",
    "update day_total set enrolled = enrolled + 1 where merchant_id = $1 and enrolled > 0",
  ],
  ["a refund that says 29.00", "update refund set amount = amount - 100 where merchant_id = $1"],
  ["a refund that paid out another sum", "update refund set money = money + 1 where merchant_id = $1"],
  [
    "a refund that says it took one point less",
    "update refund set points_taken = points_taken - 1 where merchant_id = $1",
  ],
  ["a refund that says it wrote something off", "update refund set written_off = 1 where merchant_id = $1"],
  [
    "a refund that says it returned a point more",
    "update refund set points_returned = points_returned + 1 where merchant_id = $1",
  ],
  ["a refund that is gone", "delete from refund where merchant_id = $1"],
  [
    "a purchase of which a point more was taken",
    "update purchase set points_taken = points_taken + 1 where merchant_id = $1 and refunded > 0",
  ],
  ["a purchase with points held", "update purchase set pending = 1 where merchant_id = $1 and refunded > 0"],
  [
    "a purchase paid with a point more",
    "update purchase set points_tendered = points_tendered + 1 where merchant_id = $1 and refunded > 0",
  ],
  [
    "a purchase paid with more money's worth of points",
    "update purchase set paid_with_points = paid_with_points + 100 where merchant_id = $1 and refunded > 0",
  ],
  [
    "a purchase and its explanation awarded one more",
    `update purchase set points = points + 1, explanation = explanation || '[{"points": 1}]' where merchant_id = $1 and refunded > 0`,
  ],
  [
    "a line of another amount",
    "update purchase_line set amount = amount + 1 where merchant_id = $1 and no = 2",
  ],
  [
    "a line of which something went back",
    "update purchase_line set refunded_amount = 1 where merchant_id = $1 and no = 2",
  ],
  ["a line that is gone", "delete from purchase_line where merchant_id = $1 and no = 2"],
  ["a gift of six of the five points", "update gift set points = 6 where merchant_id = $1"],
])("%s is named", async (_, tampering) => {
  const { merchantId, broken } = await boughtRefundedGiven();
  await database.sql.unsafe(tampering, [merchantId]);
  expect(await broken()).not.toEqual([]);
});

test("a day of refunds is named with what it should be, and nothing else", async () => {
  const { merchantId, broken } = await boughtRefundedGiven();
  await database.sql`update day_total set refunds = refunds + 1 where merchant_id = ${merchantId} and refunds > 0`;
  expect(await broken()).toEqual([
    "day totals of refunds = refunds of the day: 2 for 3000, recomputed 1 for 3000",
  ]);
});
