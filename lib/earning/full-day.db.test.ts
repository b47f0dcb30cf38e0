import { expect, test } from "vitest";
import { noon, onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { foldDays } from "@/lib/points/commands/fold-days";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";

const database = await testDatabase();
const { sql } = database;

/** As nine million purchases of the highest amount leave a day, whichever connection posts next. */
async function sellOut(merchantId: number) {
  await sql`delete from day_total where merchant_id = ${merchantId}`;
  await sql`
    insert into day_total (merchant_id, day, slot, revenue, refunded)
    select ${merchantId}, '2026-03-10', slot, 9223372036854775807, 9223372036854775807 from generate_series(0, 127) slot`;
}

const refusal = {
  code: "invalid",
  fields: [{ path: "occurredAt", code: "purchase.full_day" }],
};

test("a day that sold 9,223,372,036,854,775,807: a purchase, two at once and a refund are refused by their day, and nothing of them is written", async () => {
  const merchant = await testMerchant(database, { program: { earning: { rules: [onePerUnit] } } });
  const shop = shopping(database, merchant);
  const { id } = await testMember(database, merchant);
  const { purchase } = await shop.buy(id, { lines: [1000] });
  await sellOut(merchant.merchantId);

  await expect(shop.buy(id, { lines: [100] })).rejects.toMatchObject(refusal);
  const as = { actor: merchant.actor, now: new Date(noon), database };
  const purchases = ["a", "b"].map((externalId) => ({
    externalId,
    member: { id },
    occurredAt: noon,
    lines: [{ productType: "coffee", amount: 100 }],
  }));
  await expect(recordPurchaseBatch.execute(as, { purchases })).rejects.toMatchObject(refusal);
  await expect(shop.refund(purchase.id)).rejects.toMatchObject(refusal);

  const [written] = await sql`
    select (select count(*)::int from purchase where merchant_id = ${merchant.merchantId}) as purchases,
      (select count(*)::int from refund where merchant_id = ${merchant.merchantId}) as refunds`;
  expect(written).toEqual({ purchases: 1, refunds: 0 });
  expect((await shop.balance(id)).balance).toBe(10);
});

test("such a day stays in its slots when the days gone by are folded, and the others are", async () => {
  const merchant = await testMerchant(database, { program: { earning: { rules: [onePerUnit] } } });
  await sellOut(merchant.merchantId);
  await sql`
    insert into day_total (merchant_id, day, slot, revenue)
    select ${merchant.merchantId}, '2026-03-09', slot, 100 from generate_series(0, 2) slot`;
  const now = new Date("2026-04-01T12:00:00+03:00");
  await foldDays.execute({ actor: merchant.job, now, database }, {});
  const rows = await sql`
    select day::text, count(*)::int as rows from day_total where merchant_id = ${merchant.merchantId} group by day order by day`;
  expect(rows).toEqual([
    { day: "2026-03-09", rows: 1 },
    { day: "2026-03-10", rows: 128 },
  ]);
});
