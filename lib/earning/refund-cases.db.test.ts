import { afterEach, describe, expect, it } from "vitest";
import { onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { adjustPoints } from "@/lib/points/commands/adjust-points";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";
import { refundPurchase } from "./commands/refund-purchase";

const database = await testDatabase();
let shop: Shopping;

async function open(program: ProgramInput = { earning: { rules: [onePerUnit] } }) {
  const merchant = await testMerchant(database, { program });
  shop = shopping(database, merchant);
  const member = await testMember(database, merchant);
  const spend = (points: number, now = "2026-03-10T13:00:00+03:00") =>
    spendPoints.execute(
      { actor: merchant.actor, now: new Date(now), database },
      { member: { id: member.id }, points, reference: "x" },
    );
  return { merchant, member: member.id, spend };
}

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("what a refund takes back", () => {
  it("case 12: 49.95 earned 49; refunding 20.00 takes 20 (29.95 would earn 29), the rest takes 29", async () => {
    const { member } = await open();
    const { purchase } = await shop.buy(member, { lines: [4995] });
    const first = await shop.refund(purchase.id, { amount: 2000 });
    const rest = await shop.refund(purchase.id);
    expect([first.points.taken, rest.points.taken]).toEqual([20, 29]);
    expect(rest).toMatchObject({ refund: { amount: 2995 }, points: { balance: 0 } });
  });

  it("case 12: 9.99 returned in 98 refunds of 0.10 and one of 0.19 leaves no point and no cent", async () => {
    const { member } = await open();
    const { purchase } = await shop.buy(member, { lines: [333, 333, 333] });
    for (let time = 1; time <= 98; time++) await shop.refund(purchase.id, { amount: 10 });
    await shop.refund(purchase.id, { amount: 19 });
    expect((await shop.balance(member)).balance).toBe(0);
    await expect(shop.refund(purchase.id, { amount: 1 })).rejects.toMatchObject({ code: "over_refund" });
  });

  it("case 13, debt: earned 100, spent 80, refunded: 20 - 100 = -80; the next 50 bring it to -30", async () => {
    const { member, spend } = await open();
    const { purchase } = await shop.buy(member, { lines: [10_000] });
    await spend(80);
    expect((await shop.refund(purchase.id, {}, "2026-03-10T14:00:00+03:00")).points.balance).toBe(-80);
    const next = await shop.buy(member, { lines: [5000], at: "2026-03-10T15:00:00+03:00" });
    expect(next.award.balance).toBe(-30);
    expect(await shop.balance(member)).toEqual({ balance: -30, pending: 0, debt: 30 });
  });

  it("case 13, write off: earned 100, spent 80, refunded: balance 0, and the 80 are recorded as a loss", async () => {
    const { member, spend } = await open({
      earning: { rules: [onePerUnit] },
      refunds: { policy: "writeOff" },
    });
    const { purchase } = await shop.buy(member, { lines: [10_000] });
    await spend(80);
    const { points } = await shop.refund(purchase.id, {}, "2026-03-10T14:00:00+03:00");
    expect(points).toEqual({ taken: 100, writtenOff: 80, balance: 0 });
  });

  it("case 14: the rule was doubled, then deleted: 100 earned are 100 taken", async () => {
    const { merchant, member } = await open();
    const { purchase } = await shop.buy(member, { lines: [10_000] });
    for (const rules of [[{ ...onePerUnit, effect: { kind: "rate", points: 2, per: 100 } } as const], []]) {
      await applyProgram.execute(
        { actor: merchant.actor, now: new Date("2026-03-10T12:30:00+03:00"), database },
        { content: { earning: { rules } } },
      );
    }
    expect((await shop.refund(purchase.id, {}, "2026-03-10T14:00:00+03:00")).points.taken).toBe(100);
  });

  it("case 15: A, B and C cost 10, 20 and 10, A and B carried bonuses of 5 and 7: returning C takes 10", async () => {
    const bonus = (type: string, points: number) => ({
      key: type,
      name: type,
      when: { productTypes: [type] },
      effect: { kind: "bonus", points } as const,
    });
    const productTypes = ["a", "b", "c"].map((key) => ({ key, name: key }));
    const { member } = await open({
      productTypes,
      earning: { rules: [onePerUnit, bonus("a", 5), bonus("b", 7)] },
    });
    const lines = [
      { productType: "a", amount: 1000 },
      { productType: "b", amount: 2000 },
      { productType: "c", amount: 1000 },
    ];
    const { purchase, award } = await shop.buy(member, { lines });
    expect(award.points).toBe(52);
    const { points } = await shop.refund(purchase.id, { lines: [{ id: "3" }] });
    expect(points).toMatchObject({ taken: 10, balance: 42 });
  });

  it("case 16: 100.00 paid as 80.00 and 2,000 points; half returned: 40.00 and 1,000 points back into their lots, 40 of 80 earned points taken", async () => {
    const { merchant, member } = await open();
    for (const [points, now] of [
      [1500, "2026-03-01T12:00:00+03:00"],
      [500, "2026-03-02T12:00:00+03:00"],
    ] as const) {
      await adjustPoints.execute(
        { actor: merchant.job, now: new Date(now), database },
        { member: { id: member }, points: points > 1000 ? 1000 : points, reason: "start" },
      );
      if (points > 1000) {
        await adjustPoints.execute(
          { actor: merchant.job, now: new Date(now), database },
          { member: { id: member }, points: 500, reason: "start" },
        );
      }
    }
    const { purchase, award } = await shop.buy(member, {
      lines: [{ productType: "coffee", amount: 10_000, quantity: 2 }],
      tender: 2000,
    });
    expect(award).toMatchObject({ points: 80, balance: 80 });
    const { refund, points } = await shop.refund(purchase.id, { lines: [{ id: "1", quantity: 1 }] });
    expect(refund).toMatchObject({ amount: 5000, money: 4000, pointsReturned: 1000 });
    expect(points).toMatchObject({ taken: 40, balance: 1040 });
    const lots = await database.sql<{ no: number; remaining: number }[]>`
      select no, remaining from lot where merchant_id = ${merchant.merchantId} and member_id = ${member} and purchase_id is null order by no`;
    expect(lots.map((lot) => lot.remaining)).toEqual([0, 500, 500]);
  });

  it.each([
    [
      "on 20 April, inside 30 days of grace: they are there through 1 May, and then expire",
      "2026-04-20",
      30,
      1040,
    ],
    ["on 2 May, after the grace: they are recorded as expired at once", "2026-05-02", 30, 40],
    ["on 20 April, without a grace: they are recorded as expired at once", "2026-04-20", 0, 40],
  ])(
    "case 17: as 16, but the lots ended with 1 April; 1,000 points come back %s",
    async (_, day, graceDays, balance) => {
      const content = (months: number): ProgramInput => ({
        earning: { rules: [onePerUnit] },
        expiry: { kind: "after", months },
        refunds: { graceDays },
      });
      const { merchant, member, spend } = await open(content(1));
      const as = (now: string) => ({ actor: merchant.job, now: new Date(now), database });
      for (const reason of ["start", "more"]) {
        const adjustment = { member: { id: member }, points: 1000, reason };
        await adjustPoints.execute(as("2026-03-01T12:00:00+03:00"), adjustment);
      }
      // What is earned from now on lasts a year: only what pays expires.
      const later = { ...as("2026-03-05T12:00:00+03:00"), actor: merchant.actor };
      await applyProgram.execute(later, { content: content(12) });
      const { purchase } = await shop.buy(member, {
        lines: [{ productType: "coffee", amount: 10_000, quantity: 2 }],
        tender: 2000,
      });
      const half = { lines: [{ id: "1", quantity: 1 }] };
      const { refund, points } = await shop.refund(purchase.id, half, `${day}T12:00:00+03:00`);
      expect(refund).toMatchObject({ amount: 5000, money: 4000, pointsReturned: 1000 });
      expect(points).toMatchObject({ taken: 40, balance });
      if (balance === 1040) await spend(100, "2026-05-01T23:59:00+03:00");
      await expect(spend(41, "2026-05-02T12:01:00+03:00")).rejects.toMatchObject({
        code: "insufficient_points",
      });
      await spend(40, "2026-05-02T12:01:00+03:00");
      const entries = await database.sql<{ kind: string; points: number }[]>`
      select kind, points from ledger_entry where merchant_id = ${merchant.merchantId} and member_id = ${member}
        and kind in ('return', 'expire') order by seq`;
      const expired = balance === 1040 ? -900 : -1000;
      expect(entries).toEqual([
        { kind: "return", points: 1000 },
        { kind: "expire", points: expired },
      ]);
    },
  );

  it("a refund of more than five minutes before its purchase is refused by its field; clocks five minutes apart, and no instant at all, are not", async () => {
    const { merchant, member } = await open();
    const { purchase } = await shop.buy(member, { lines: [10_000], now: "2026-03-10T11:55:00+03:00" });
    const refund = (amount: number, occurredAt?: string) =>
      refundPurchase.execute(
        { actor: merchant.actor, now: new Date("2026-03-10T11:56:00+03:00"), database },
        { purchase: purchase.id, externalId: `of ${amount}`, amount, occurredAt },
      );
    await expect(refund(1000, "2026-03-10T11:54:59+03:00")).rejects.toMatchObject({
      fields: [{ path: "occurredAt", code: "refund.before_purchase" }],
    });
    const taken = [await refund(2000, "2026-03-10T11:55:00+03:00"), await refund(3000)];
    expect(taken.map(({ points }) => points.taken)).toEqual([20, 30]);
  });

  it("the same refund sent twice is recorded once; another purchase's line and too much of a line are refused by name", async () => {
    const { member } = await open();
    const { purchase } = await shop.buy(member, { lines: [1000, 2000] });
    await expect(shop.refund(purchase.id, { lines: [{ id: "3" }] })).rejects.toMatchObject({
      fields: [{ path: "lines.0.id" }],
    });
    await expect(shop.refund(purchase.id, { lines: [{ id: "1", amount: 1001 }] })).rejects.toMatchObject({
      code: "over_refund",
      fields: [{ path: "lines.0.amount" }],
    });
    await expect(shop.refund("019aa000-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "not_found",
    });
    const parallel = await Promise.allSettled(Array.from({ length: 8 }, () => shop.refund(purchase.id)));
    expect(parallel.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await shop.balance(member)).balance).toBe(0);
  });
});
