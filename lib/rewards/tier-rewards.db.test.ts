import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchaseBatch } from "@/lib/earning/commands/record-purchase-batch";
import type { ProgramInput } from "@/lib/program/schemas";
import { useVoucher } from "./commands/use-voucher";
import { listVouchers } from "./queries/list-vouchers";

const database = await testDatabase();

/** 1 point for 1.00; Silver from 400 points in a calendar year with a cookie, Gold from 1,000 with a mug and a cookie. */
const program: ProgramInput = {
  tiers: [
    { key: "silver", name: "Silver", needs: { points: 400 }, rewards: ["cookie"] },
    { key: "gold", name: "Gold", needs: { points: 1000 }, rewards: ["mug", "cookie"] },
  ],
  qualification: { window: { kind: "calendarYear" } },
  earning: { rules: [onePerUnit] },
  rewards: [
    { key: "mug", name: "A mug", gives: { kind: "product" }, price: { kind: "granted", on: ["tier"] } },
    { key: "cookie", name: "A cookie", gives: { kind: "product" }, price: { kind: "granted", on: ["tier"] } },
  ],
};

async function openShop() {
  const shop = await testMerchant(database, { program });
  const { buy, refund, differences } = shopping(database, shop);
  const { id } = await testMember(database, shop, { enrolledAt: new Date("2025-01-01T09:00:00+03:00") });
  const by = (now: string) => ({ actor: shop.actor, now: new Date(now), database });
  const vouchers = async (now: string) => (await listVouchers.execute(by(now), { member: id })).open;
  const names = async (now: string) => (await vouchers(now)).map((voucher) => voucher.name).sort();
  const spend = (amount: number, at: string) => buy(id, { lines: [amount], at });
  return { id, by, spend, refund, vouchers, names, differences };
}

const on = (day: string) => `${day}T12:00:00+03:00`;

test("case 18: 1,000.00 make Gold, which gives a mug and a cookie; refunded whole, Gold and both are gone", async () => {
  const { spend, refund, names, differences } = await openShop();
  const { purchase } = await spend(100_000, on("2026-02-02"));
  expect(await names(on("2026-02-02"))).toEqual(["A cookie", "A mug"]);
  await refund(purchase.id, {}, on("2026-02-10"));
  expect(await names(on("2026-02-10"))).toEqual([]);
  expect(await differences()).toEqual([]);
});

test("case 18: the mug was used before the refund: it stays used, the cookie is gone, and Gold again within a year gives the cookie only", async () => {
  const { by, spend, refund, vouchers, names, differences } = await openShop();
  const { purchase } = await spend(100_000, on("2026-02-02"));
  const mug = (await vouchers(on("2026-02-03"))).find((voucher) => voucher.name === "A mug");
  await useVoucher.execute(by(on("2026-02-03")), { code: mug?.code });
  await refund(purchase.id, {}, on("2026-02-10"));
  expect(await names(on("2026-02-10"))).toEqual([]);
  await spend(100_000, on("2026-03-01"));
  expect(await names(on("2026-03-01"))).toEqual(["A cookie"]);
  expect(await differences()).toEqual([]);
});

test("400.00 make Silver with its cookie, 600.00 more Gold with a mug and another; 100.00 back: Silver keeps its own cookie", async () => {
  const { spend, refund, names, differences } = await openShop();
  await spend(40_000, on("2026-02-01"));
  expect(await names(on("2026-02-01"))).toEqual(["A cookie"]);
  const { purchase } = await spend(60_000, on("2026-02-02"));
  expect(await names(on("2026-02-02"))).toEqual(["A cookie", "A cookie", "A mug"]);
  await refund(purchase.id, { amount: 10_000 }, on("2026-02-03"));
  expect(await names(on("2026-02-03"))).toEqual(["A cookie"]);
  expect(await differences()).toEqual([]);
});

test("a batch of three purchases of 500.00 enters Gold once: one mug", async () => {
  const { id, by, names, differences } = await openShop();
  const purchases = ["a", "b", "c"].map((externalId) => ({
    externalId,
    member: { id },
    occurredAt: on("2026-02-02"),
    lines: [{ productType: "coffee", quantity: 1, amount: 50_000 }],
  }));
  await recordPurchaseBatch.execute(by(on("2026-02-02")), { purchases });
  expect(await names(on("2026-02-02"))).toEqual(["A cookie", "A cookie", "A mug"]);
  expect(await differences()).toEqual([]);
});
