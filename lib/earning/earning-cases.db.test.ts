import { afterEach, describe, expect, it } from "vitest";
import { noon, onePerUnit, type Shopping, shopping, type TestRule } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { Problem } from "@/lib/kernel/problems";
import { getMember } from "@/lib/members/queries/get-member";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";

const database = await testDatabase();
let shop: Shopping;

async function open(program: ProgramInput) {
  const merchant = await testMerchant(database, { program });
  shop = shopping(database, merchant);
  const member = await testMember(database, merchant);
  return { merchant, member: member.id, shop };
}

const earning = (more: ProgramInput["earning"]): ProgramInput => ({
  earning: { rules: [onePerUnit], ...more },
});

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("what a purchase earns", () => {
  it("case 1: 49.95 as 16.65 x 3 earns 49, rounded once: 3 x 16 would be 48", async () => {
    const { member } = await open(earning({}));
    const { award } = await shop.buy(member, { lines: [1665, 1665, 1665] });
    expect(award).toMatchObject({ points: 49, pending: 0, balance: 49 });
  });

  it("case 4: a cap of 100 a day: 60 and 80 earn 60 and 40; refunding the first takes 60, 40 stay counted, 100 - 40 = 60 can be earned", async () => {
    const { member } = await open(earning({ caps: [{ per: "day", points: 100 }] }));
    const first = await shop.buy(member, { lines: [6000] });
    const second = await shop.buy(member, { lines: [8000] });
    expect([first.award.points, second.award.points]).toEqual([60, 40]);
    expect(second.award.explanation.map((item) => item.points)).toEqual([80, -40]);
    expect((await shop.refund(first.purchase.id)).points.taken).toBe(60);
    const third = await shop.buy(member, { lines: [10_000] });
    expect(third.award.points).toBe(60);
    const tomorrow = await shop.buy(member, { lines: [10_000], at: "2026-03-11T12:00:00+03:00" });
    expect(tomorrow.award.points).toBe(100);
  });

  it("case 5: a budget of 1,000 shared by twenty parallel bonuses of 80 gives 12 x 80 + 40 = 1,000 and not a point more", async () => {
    const bonus = { key: "gift", name: "Gift", effect: { kind: "bonus", points: 80 }, budget: 1000 } as const;
    const { merchant } = await open({ earning: { rules: [bonus] } });
    const members = await Promise.all(Array.from({ length: 20 }, () => testMember(database, merchant)));
    const awards = await Promise.all(members.map(({ id }) => shop.buy(id, { lines: [100] })));
    const points = awards.map(({ award }) => award.points).sort((a, b) => b - a);
    expect(points).toEqual([...Array(12).fill(80), 40, ...Array(7).fill(0)]);
  });

  it("a rule that is called constructor, with a budget of 100: 80 and 20 of 80; 20 taken back are there for the next", async () => {
    const gift = {
      key: "constructor",
      name: "Gift",
      effect: { kind: "bonus", points: 80 },
      budget: 100,
    } as const;
    const { member } = await open({ earning: { rules: [gift] } });
    const first = await shop.buy(member, { lines: [100] });
    const second = await shop.buy(member, { lines: [100] });
    expect((await shop.refund(second.purchase.id)).points.taken).toBe(20);
    const third = await shop.buy(member, { lines: [100] });
    expect([first, second, third].map(({ award }) => award.points)).toEqual([80, 20, 20]);
  });

  it("case 6: 23:30 on 31 December and 00:30 on 1 January are two days in Istanbul, one in UTC: 100 + 100 under a cap of 100 a day", async () => {
    const { member } = await open(earning({ caps: [{ per: "day", points: 100 }] }));
    const late = await shop.buy(member, { lines: [20_000], at: "2025-12-31T23:30:00+03:00" });
    const early = await shop.buy(member, { lines: [20_000], at: "2026-01-01T00:30:00+03:00" });
    expect([late.award.points, early.award.points]).toEqual([100, 100]);
  });

  it("case 7: 50.00 of gift cards and 10.00 of coffee earn 0 + 10, and the explanation names what was left out", async () => {
    const productTypes = [
      { key: "coffee", name: "coffee" },
      { key: "gift-card", name: "gift cards", excluded: true },
    ];
    const { member } = await open({ productTypes, ...earning({}) });
    const { award } = await shop.buy(member, { lines: [{ productType: "gift-card", amount: 5000 }, 1000] });
    expect(award.points).toBe(10);
    expect(award.explanation.map((item) => item.reason).join(" ")).toContain("ift cards");
  });

  it("case 8: at the old tier a purchase earns 100, after the change to Gold the next one 200", async () => {
    const effect = { kind: "multiplier", factor: 20_000 } as const;
    const gold: TestRule = { key: "gold", name: "Gold", when: { tiers: ["gold"] }, effect };
    const { merchant, member } = await open({
      tiers: [{ key: "gold", name: "Gold" }],
      earning: { rules: [onePerUnit, gold] },
    });
    const before = await shop.buy(member, { lines: [10_000] });
    await database.sql`
      insert into member_tier (merchant_id, member_id, since, tier)
      values (${merchant.merchantId}, ${member}, '2026-03-10T12:00:01+03:00', 'gold')`;
    const after = await shop.buy(member, { lines: [10_000], at: "2026-03-10T12:05:00+03:00" });
    const late = await shop.buy(member, {
      lines: [10_000],
      at: "2026-03-10T11:00:00+03:00",
      now: "2026-03-11T12:00:00+03:00",
    });
    expect([before.award.points, after.award.points, late.award.points]).toEqual([100, 200, 100]);
  });

  it("case 9: the same event twice is recorded once and answered with the same body; with another body it is refused", async () => {
    const { member } = await open(earning({}));
    const basket = { lines: [4995], externalId: "till-1-0001" };
    const first = await shop.buy(member, basket);
    await shop.buy(member, { lines: [1000] });
    expect(await shop.buy(member, basket)).toEqual(first);
    await expect(shop.buy(member, { ...basket, lines: [5000] })).rejects.toMatchObject({
      code: "duplicate_external_id",
      status: 422,
    });
    expect((await shop.balance(member)).balance).toBe(59);
  });

  it("case 9: sixteen at once with one id are recorded once, and all get the same answer", async () => {
    const { member } = await open(earning({}));
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => shop.buy(member, { lines: [4995], externalId: "once" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await shop.balance(member)).balance).toBe(49);
  });

  it("case 10: an event of before the change is judged by the rules of before: 100, not 300", async () => {
    const { merchant, member } = await open(earning({}));
    const triple = { ...onePerUnit, effect: { kind: "rate", points: 3, per: 100 } } as const;
    const now = new Date("2026-03-15T12:00:00+03:00");
    await applyProgram.execute(
      { actor: merchant.actor, now, database },
      { content: { earning: { rules: [triple] } } },
    );
    const late = await shop.buy(member, { lines: [10_000], at: noon, now: "2026-03-20T12:00:00+03:00" });
    const fresh = await shop.buy(member, { lines: [10_000], at: "2026-03-20T12:00:00+03:00" });
    expect([late.award.points, fresh.award.points]).toEqual([100, 300]);
  });

  it("a bonus of 100 for a first purchase is given once: to what was recorded first, 10 + 100, not to what happened before it and arrives late, 10 each", async () => {
    const effect = { kind: "bonus", points: 100 } as const;
    const welcome: TestRule = { key: "first", name: "First", when: { firstPurchase: true }, effect };
    const { member } = await open({ earning: { rules: [onePerUnit, welcome] } });
    const points: number[] = [];
    for (const hour of ["11", "10", "09"]) {
      const at = `2026-03-10T${hour}:00:00+03:00`;
      points.push((await shop.buy(member, { lines: [1000], at, now: noon })).award.points);
    }
    expect(points).toEqual([110, 10, 10]);
  });

  it("case 11: 100 held for 7 days cannot be spent, are cancelled by a refund during the hold, and another 100 expire a month after they became available", async () => {
    const program: ProgramInput = {
      earning: { rules: [onePerUnit], holdDays: 7 },
      expiry: { kind: "after", months: 1 },
    };
    const { merchant, member } = await open(program);
    const held = await shop.buy(member, { lines: [10_000] });
    expect(held.award).toMatchObject({ points: 100, pending: 100, balance: 0 });
    await expect(shop.buy(member, { lines: [10_000], tender: 100 })).rejects.toBeInstanceOf(Problem);
    await shop.refund(held.purchase.id);
    expect(await shop.balance(member)).toEqual({ balance: 0, pending: 0, debt: 0 });

    await shop.buy(member, { lines: [10_000] });
    const later = await shop.buy(member, { lines: [100], at: "2026-03-17T00:00:00+03:00" });
    expect(later.award.balance).toBe(100);
    const [lot] = await database.sql<{ expiresAt: string }[]>`
      select expires_at as "expiresAt" from lot where merchant_id = ${merchant.merchantId} and member_id = ${member} and no = 2`;
    expect(new Date(lot?.expiresAt ?? 0)).toEqual(new Date("2026-04-18T00:00:00+03:00"));
  });

  it("a purchase comes to 10,000,000,000.00 at most, and a member's spend to a thousand times that: 1,000 are counted, the next is refused, and all of it can be read", async () => {
    const bonus = { key: "visit", name: "Visit", effect: { kind: "bonus", points: 1 } } as const;
    const { merchant, member } = await open({ earning: { rules: [bonus] } });
    const most = 1_000_000_000_000;
    await expect(shop.buy(member, { lines: [most, 1] })).rejects.toMatchObject({
      fields: [{ path: "lines", code: "purchase.too_large" }],
    });
    const purchases = Array.from({ length: 1001 }, (_, no) => ({
      externalId: `large-${no}`,
      member: { id: member },
      occurredAt: noon,
      lines: [
        { productType: "coffee", amount: most - 1 },
        { productType: "coffee", amount: 1 },
      ],
    }));
    const as = { actor: merchant.actor, now: new Date(noon), database };
    const answers = [];
    for (const part of [purchases.slice(0, 1000), purchases.slice(1000)])
      answers.push(...(await recordPurchaseBatch.execute(as, { purchases: part })).results);
    expect(answers.map(({ status }) => status)).toEqual([...Array(1000).fill(201), 422]);
    expect(answers.at(-1)).toMatchObject({ errors: [{ path: "lines", code: "purchase.spend" }] });
    expect(await getMember.execute(as, { id: member })).toMatchObject({ spend: 1000 * most, balance: 1000 });
  });

  it("a date more than five minutes ahead, another currency and an unknown member are refused by the name of their field", async () => {
    const { merchant, member } = await open(earning({}));
    await expect(
      shop.buy(member, { lines: [100], at: "2026-03-10T12:06:00+03:00", now: noon }),
    ).rejects.toMatchObject({
      code: "in_future",
      fields: [{ path: "occurredAt" }],
    });
    const stranger = await testMember(database, await testMerchant(database));
    await expect(shop.buy(stranger.id, { lines: [100] })).rejects.toMatchObject({
      code: "member_not_found",
      fields: [{ path: "member" }],
    });
    expect(merchant.merchantId).toBeGreaterThan(0);
  });
});
