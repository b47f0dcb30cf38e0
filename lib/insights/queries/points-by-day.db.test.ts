import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { pointsByDay } from "./points-by-day";

const database = await testDatabase();

const program = {
  productTypes: [{ key: "all", name: "Everything" }],
  earning: { rules: [{ key: "one", name: "One", effect: { kind: "rate" as const, points: 1, per: 100 } }] },
};

test("100 earned on the 1st, 40 spent on the 3rd: 100, 100, 60 held, whatever slots they were counted in", async () => {
  const shop = await testMerchant(database, { program });
  const { id } = await testMember(database, shop);
  const at = (day: string) => new Date(`2026-11-${day}T10:00:00Z`);
  const purchase = (externalId: string, amount: number) => ({
    externalId,
    member: { id },
    occurredAt: at("01").toISOString(),
    lines: [{ productType: "all", amount }],
  });
  const asking = { actor: shop.actor, database };
  await recordPurchase.execute({ ...asking, now: at("01") }, purchase("a", 3_000));
  await recordPurchase.execute({ ...asking, now: at("01") }, purchase("b", 7_000));
  await spendPoints.execute({ ...asking, now: at("03") }, { member: { id }, points: 40, reference: "cake" });

  const moved = await pointsByDay.execute({ ...asking, now: at("03") }, { days: 30 });
  expect(moved).toMatchObject({ from: "2026-10-05", to: "2026-11-03", before: 0, since: "2026-11-01" });
  expect(moved.totals).toMatchObject({ issued: 100, redeemed: 40, expired: 0 });
  expect(moved.days.slice(-3).map((day) => day.outstanding)).toEqual([100, 100, 60]);
  expect(moved.bars).toHaveLength(30);

  const later = await pointsByDay.execute({ ...asking, now: new Date("2027-01-15T10:00:00Z") }, { days: 30 });
  expect(later).toMatchObject({ before: 60, since: "2026-11-01" });
  expect(later.days.every((day) => day.outstanding === 60)).toBe(true);
});

test("a cashier has no business with the figures, and another shop's are not counted", async () => {
  const shop = await testMerchant(database, { program });
  const cashier = await shop.staff("cashier");
  const now = new Date("2026-11-03T10:00:00Z");
  await expect(pointsByDay.execute({ actor: cashier, database, now }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await pointsByDay.execute({ actor: shop.actor, database, now }, {})).toMatchObject({
    before: 0,
    since: null,
  });
});
