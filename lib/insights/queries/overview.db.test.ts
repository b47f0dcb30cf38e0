import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { formatMoney } from "@/lib/kernel/money";
import { countComeBacks } from "../commands/count-come-backs";
import { getOverview } from "./overview";
import { pointsByDay } from "./points-by-day";

const database = await testDatabase();
const program = { earning: { rules: [onePerUnit] } };
const now = new Date("2026-11-20T09:00:00Z");

test("three came in the 30 days to 20 October, one came again since: 3 and 1; who comes twice in a window is one", async () => {
  const shop = await testMerchant(database, { program });
  const { buy } = shopping(database, shop);
  const [ada, bob, cem] = await Promise.all([1, 2, 3].map(() => testMember(database, shop)));
  if (!ada || !bob || !cem) throw new Error("no members");
  const at = (day: string) => ({ lines: [1000], at: `2026-${day}T12:00:00+03:00`, now: now.toISOString() });
  for (const day of ["10-01", "10-02", "10-25"]) await buy(ada.id, at(day));
  await buy(bob.id, at("10-20"));
  await buy(cem.id, at("10-20"));
  // Today is not over, and counts for nobody yet.
  await buy(cem.id, at("11-20"));
  const asking = { actor: shop.actor, database, now };
  await countComeBacks.execute(asking, {});
  await countComeBacks.execute(asking, {});
  const { comeBack, since } = await getOverview.execute(asking, {});
  expect(comeBack).toEqual([{ ends: "2026-10-20", came: 3, back: 1 }]);
  expect(since).toBe("2026-10-01");
});

test("30.00 and 20.00 bought and 5.00 brought back in a month: 45.00 from two purchases; today's 90.00 is not in it", async () => {
  const shop = await testMerchant(database, { program });
  const { buy, refund } = shopping(database, shop);
  const { id } = await testMember(database, shop);
  const on = (day: string, minor: number) => ({
    lines: [minor],
    at: `2026-${day}T12:00:00+03:00`,
    now: now.toISOString(),
  });
  await buy(id, on("11-10", 3000));
  const { purchase: second } = await buy(id, on("11-12", 2000));
  await refund(second.id, { amount: 500 }, "2026-11-13T12:00:00+03:00");
  await buy(id, on("11-20", 9000));
  const seen = await getOverview.execute({ actor: shop.actor, database, now }, {});
  expect(seen.now).toMatchObject({ from: "2026-10-21", to: "2026-11-19", purchases: 2, revenue: 4500 });
  expect(seen.before).toMatchObject({ from: "2026-09-21", to: "2026-10-20", purchases: 0 });
  expect(seen.yearAgo).toBeNull();
  expect(seen.weeks.map((week) => week.purchases)).toEqual([2, 0]);
});

test("a cashier has no business with it, and another shop's purchases are not counted", async () => {
  const shop = await testMerchant(database, { program });
  const cashier = await shop.staff("cashier");
  await expect(getOverview.execute({ actor: cashier, database, now }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await getOverview.execute({ actor: shop.actor, database, now }, {})).toMatchObject({
    since: null,
    comeBack: [],
    week: [],
    weeks: [],
  });
});

test("a month of 20 members who each bought for all that a member may, 10,000,000,000,000.00: 200,000,000,000,000.00, read and written out", async () => {
  const shop = await testMerchant(database, { program });
  await database.sql`
    insert into day_total (merchant_id, day, slot, purchases, revenue, issued)
    select ${shop.merchantId}, '2026-11-10', slot, 1000, 1000000000000000, 1000000000000000 from generate_series(1, 20) slot`;
  const asking = { actor: shop.actor, database, now };
  const { now: month } = await getOverview.execute(asking, {});
  expect(month).toMatchObject({ purchases: 20_000, revenue: 2e16 });
  expect(formatMoney(month.revenue, "TRY", "en")).toBe("₺200,000,000,000,000.00");
  expect((await pointsByDay.execute(asking, { days: 30 })).totals.issued).toBe(2e16);
});
