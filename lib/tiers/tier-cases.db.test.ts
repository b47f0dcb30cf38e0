import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { spendPoints } from "@/lib/points/commands/spend-points";
import type { ProgramInput } from "@/lib/program/schemas";

const database = await testDatabase();

/** 1 point for 1.00, doubled for Gold; Silver from 400 points in a calendar year, Gold from 1,000; 30 days of grace. */
const program: ProgramInput = {
  tiers: [
    { key: "silver", name: "Silver", needs: { points: 400 } },
    { key: "gold", name: "Gold", needs: { points: 1000 } },
  ],
  qualification: { window: { kind: "calendarYear" } },
  earning: {
    rules: [
      onePerUnit,
      {
        key: "gold",
        name: "Gold",
        when: { tiers: ["gold"] },
        effect: { kind: "multiplier", factor: 20_000 },
      },
    ],
  },
};

async function openShop() {
  const shop = await testMerchant(database, { program });
  const { buy, refund, differences } = shopping(database, shop);
  const { id } = await testMember(database, shop, { enrolledAt: new Date("2025-01-01T09:00:00+03:00") });
  const tier = async () => {
    const [row] = await database.sql<{ tier: string | null; since: string | null; until: string | null }[]>`
      select tier, tier_since as since, tier_until as until from member where merchant_id = ${shop.merchantId} and id = ${id}`;
    return row?.tier ?? null;
  };
  const history = () => database.sql<{ since: string; tier: string | null; reason: string }[]>`
    select to_char(since at time zone 'Europe/Istanbul', 'YYYY-MM-DD') as since, tier, reason from member_tier
    where merchant_id = ${shop.merchantId} and member_id = ${id} order by member_tier.since`;
  const points = async (lines: number[], at: string, now = at) =>
    (await buy(id, { lines, at, now })).award.points;
  return { ...shop, shop, id, points, buy, refund, differences, tier, history };
}

const on = (day: string) => `${day}T12:00:00+03:00`;

test("case 8: at 950 points, 60.00 earn 60 and reach 1,010 of 1,000; the next 60.00 earn 120, doubled for Gold", async () => {
  const { points, tier, differences } = await openShop();
  expect(await points([95_000], on("2026-02-01"))).toBe(950);
  expect(await tier()).toBe("silver");
  expect(await points([6000], on("2026-02-02"))).toBe(60);
  expect(await tier()).toBe("gold");
  expect(await points([6000], on("2026-02-03"))).toBe(120);
  expect(await differences()).toEqual([]);
});

test("case 10: Gold since 2 February; 60.00 of 1 February that arrive on the 5th earn 60, of the 3rd 120", async () => {
  const { points } = await openShop();
  await points([100_000], on("2026-02-02"));
  expect(await points([6000], on("2026-02-01"), on("2026-02-05"))).toBe(60);
  expect(await points([6000], on("2026-02-03"), on("2026-02-05"))).toBe(120);
});

test("case 18: 1,000.00 that made Gold are refunded: no tier, and the next 60.00 earn 60", async () => {
  const { buy, refund, points, id, tier, history, differences } = await openShop();
  const { purchase } = await buy(id, { lines: [100_000], at: on("2026-02-02") });
  expect(await tier()).toBe("gold");
  await refund(purchase.id, {}, on("2026-02-10"));
  expect(await tier()).toBeNull();
  expect(await history()).toEqual([
    { since: "2026-02-02", tier: "gold", reason: "reached" },
    { since: "2026-02-10", tier: null, reason: "refunded" },
  ]);
  expect(await points([6000], on("2026-02-11"))).toBe(60);
  expect(await differences()).toEqual([]);
});

test("case 18: of 1,050.00 a part of 40.00 is refunded: 1,010 are still Gold; another 20.00: 990 are Silver", async () => {
  const { buy, refund, id, tier } = await openShop();
  const { purchase } = await buy(id, { lines: [105_000], at: on("2026-02-02") });
  await refund(purchase.id, { amount: 4000 }, on("2026-02-10"));
  expect(await tier()).toBe("gold");
  await refund(purchase.id, { amount: 2000 }, on("2026-02-11"));
  expect(await tier()).toBe("silver");
});

test("case 29: earned 1,000, spent 900: still Gold", async () => {
  const { points, id, tier, actor } = await openShop();
  await points([100_000], on("2026-02-02"));
  await spendPoints.execute(
    { actor, now: new Date(on("2026-02-03")), database },
    { member: { id }, points: 900, reference: "a machine" },
  );
  expect(await tier()).toBe("gold");
});

test("case 30: 600 in 2026 after 1,000 in 2025: 60.00 on 30 January 2027 earn 120, on 31 January 60, as Silver", async () => {
  const { points, tier, history, differences } = await openShop();
  await points([100_000], on("2025-03-01"));
  await points([30_000], on("2026-03-01"));
  expect(await points([6000], on("2027-01-30"))).toBe(120);
  expect(await tier()).toBe("gold");
  expect(await points([6000], on("2027-01-31"))).toBe(60);
  expect(await history()).toEqual([
    { since: "2025-03-01", tier: "gold", reason: "reached" },
    { since: "2027-01-31", tier: "silver", reason: "lapsed" },
  ]);
  expect(await differences()).toEqual([]);
});

test("case 30: 400 of December 2026 that arrive in March 2027 restore Gold: 600 + 400 x 2 of 1,000", async () => {
  const { points, tier, history, differences } = await openShop();
  await points([100_000], on("2025-03-01"));
  await points([30_000], on("2026-03-01"));
  await points([100], on("2027-02-01"));
  expect(await tier()).toBe("silver");
  expect(await points([40_000], on("2026-12-15"), on("2027-03-01"))).toBe(800);
  expect(await tier()).toBe("gold");
  expect(await history()).toEqual([{ since: "2025-03-01", tier: "gold", reason: "reached" }]);
  expect(await differences()).toEqual([]);
});
