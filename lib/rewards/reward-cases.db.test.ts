import { describe, expect, it } from "vitest";
import { codeOf, coffeeProgram, type RewardInput, refusedCodes, rewardShop } from "@/db/testing/reward-shop";
import { noon, onePerUnit } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { cancelOwnRedemption } from "./commands/cancel-own-redemption";
import { redeemOwnReward } from "./commands/redeem-own-reward";
import { redeemReward } from "./commands/redeem-reward";
import { listOwnRewards } from "./queries/list-own-rewards";
import { listOwnVouchers } from "./queries/list-own-vouchers";
import { listVouchers } from "./queries/list-vouchers";

const database = await testDatabase();
const { by, memberWith, open, redeem, cancel, use, lots, given, merchant, shop } = rewardShop(database);

describe("taking a reward", () => {
  it("250 points, a coffee costs 100: 150 left, a voucher good through the 30th day after", async () => {
    const member = await open(250);
    const taken = await redeem(member);
    expect(taken).toMatchObject({
      redemption: {
        member,
        reward: "coffee",
        name: "A filter coffee",
        quantity: 1,
        status: "open",
        fulfilment: null,
      },
      voucher: { expiresAt: new Date("2026-04-10T00:00:00+03:00").toISOString() },
      points: { spent: 100, balance: 150 },
    });
    expect(await listVouchers.execute(by(noon), { member })).toMatchObject({
      open: [{ code: codeOf(taken), redemption: taken.redemption.id, points: 100 }],
      ended: [],
    });
  });

  it("two at once on one voucher cost 200 of 250", async () => {
    const member = await open(250);
    expect((await redeem(member, { quantity: 2 })).points).toEqual({ spent: 200, balance: 50 });
  });

  it("case 25: fifty parallel redemptions of 100 points against a balance of 100: one succeeds, 49 are refused, balance 0", async () => {
    const member = await open(100);
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => redeem(member)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(refusedCodes(tries)).toEqual(Array(49).fill("insufficient_points"));
    expect((await shop().balance(member)).balance).toBe(0);
  });

  it("case 26: two members take the last one: one gets it, the other is told and keeps their 100 points", async () => {
    const one = await open(100, coffeeProgram({ stock: 1 }));
    const other = await memberWith(100);
    const tries = await Promise.allSettled([redeem(one), redeem(other)]);
    expect(refusedCodes(tries)).toEqual(["out_of_stock"]);
    const balances = [await shop().balance(one), await shop().balance(other)].map(({ balance }) => balance);
    expect(balances.sort()).toEqual([0, 100]);
    expect(await given()).toBe(1);
  });

  it("fifty members at once for a stock of 20: 20 get one, 30 are told", async () => {
    await open(0, coffeeProgram({ stock: 20 }));
    const members: string[] = [];
    for (let count = 0; count < 50; count++) members.push(await memberWith(100));
    const tries = await Promise.allSettled(members.map((member) => redeem(member)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(20);
    expect(refusedCodes(tries)).toEqual(Array(30).fill("out_of_stock"));
    expect(await given()).toBe(20);
  });

  it("one a month: of eight at once one succeeds; on 1 April at midnight of the shop's clock another can be taken", async () => {
    const member = await open(500, coffeeProgram({ limits: [{ per: "month", count: 1 }] }));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeem(member)));
    expect(refusedCodes(tries)).toEqual(Array(7).fill("reward_limit"));
    await expect(redeem(member, {}, "2026-03-31T23:59:00+03:00")).rejects.toMatchObject({
      code: "reward_limit",
    });
    expect((await redeem(member, {}, "2026-04-01T00:00:00+03:00")).points.balance).toBe(300);
  });

  it("without a limit when it was taken first, two a month since: the third is refused", async () => {
    const member = await open(500);
    await redeem(member);
    const content = coffeeProgram({ limits: [{ per: "month", count: 2 }] });
    await applyProgram.execute(by("2026-03-10T12:01:00+03:00"), { content });
    const later = "2026-03-10T12:02:00+03:00";
    expect((await redeem(member, {}, later)).points.balance).toBe(300);
    await expect(redeem(member, {}, later)).rejects.toMatchObject({ code: "reward_limit" });
  });

  it("free for Gold, one a month: of eight at once without a point one succeeds", async () => {
    await open(
      0,
      coffeeProgram(
        {
          price: { kind: "points", points: 100, tiers: [{ tier: "gold", points: 0 }] },
          limits: [{ per: "month", count: 1 }],
        },
        { tiers: [{ key: "gold", name: "Gold" }] },
      ),
    );
    const { id } = await testMember(database, merchant(), { tier: "gold" });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeem(id)));
    expect(refusedCodes(tries)).toEqual(Array(7).fill("reward_limit"));
  });

  it("what was earned a minute ago can be spent now; what is held cannot", async () => {
    const member = await open(0);
    await shop().buy(member, { lines: [10_000], at: "2026-03-10T11:59:00+03:00" });
    expect((await redeem(member)).points.balance).toBe(0);
    const waiting = await open(100, coffeeProgram({}, { earning: { rules: [onePerUnit], holdDays: 1 } }));
    await expect(redeem(waiting)).rejects.toMatchObject({ code: "insufficient_points" });
  });

  it("the same tap sent eight times is recorded once and answered alike; with another quantity it is refused", async () => {
    const member = await open(500);
    const id = "019b0000-0000-7000-8000-000000000001";
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(member, { id })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await shop().balance(member)).balance).toBe(400);
    await expect(redeem(member, { id, quantity: 2 })).rejects.toMatchObject({
      code: "duplicate_external_id",
      fields: [{ path: "id" }],
    });
  });

  it("looked at for 100, now 120: refused with both figures; a change of its stock is none", async () => {
    const member = await open(500);
    const edit = (change: Partial<RewardInput>, now: string) =>
      applyProgram.execute(by(now), { content: coffeeProgram(change) });
    await edit({ stock: 10 }, "2026-03-10T12:01:00+03:00");
    expect((await redeem(member, { version: 1 }, "2026-03-10T12:02:00+03:00")).points.spent).toBe(100);
    await edit({ price: { kind: "points", points: 120 } }, "2026-03-10T12:03:00+03:00");
    await expect(redeem(member, { version: 1 }, "2026-03-10T12:04:00+03:00")).rejects.toMatchObject({
      code: "reward_changed",
      fields: [{ path: "reward", code: "reward.price", params: { before: 100, after: 120 } }],
    });
    expect((await redeem(member, { version: 3 }, "2026-03-10T12:04:00+03:00")).points.spent).toBe(120);
  });

  it("customers take for themselves, and take back only what is theirs", async () => {
    const member = await open(100);
    const other = await memberWith(100);
    const mine = { ...by(noon), actor: merchant().member(member) };
    const theirs = { ...by(noon), actor: merchant().member(other) };
    const { version, offers } = await listOwnRewards.execute(mine, { locale: "en" });
    expect(offers).toMatchObject([{ key: "coffee", points: 100, available: true }]);
    const { redemption, voucher } = await redeemOwnReward.execute(mine, { reward: "coffee", version });
    expect(await listOwnVouchers.execute(mine, { locale: "en" })).toMatchObject({
      open: [{ code: voucher?.code }],
    });
    expect(await listOwnVouchers.execute(theirs, { locale: "en" })).toEqual({ open: [], ended: [] });
    await expect(cancelOwnRedemption.execute(theirs, { redemption: redemption.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await cancelOwnRedemption.execute(mine, { redemption: redemption.id })).toMatchObject({
      points: { returned: 100, balance: 100 },
    });
    await expect(
      redeemReward.execute(mine, { member: { id: other }, reward: "coffee" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("taking it back", () => {
  it("100 of lots of 60 and 70: 60 and 40 return to the lots they came from, and the stock of 5 is whole", async () => {
    const member = await open(0, coffeeProgram({ stock: 5 }));
    await shop().buy(member, { lines: [6000], at: "2026-01-10T12:00:00+03:00" });
    await shop().buy(member, { lines: [7000], at: "2026-02-10T12:00:00+03:00" });
    const { redemption } = await redeem(member);
    expect([await lots(member), await given()]).toEqual([[0, 30], 1]);
    const back = await cancel(redemption.id);
    expect(back).toMatchObject({
      redemption: { status: "cancelled" },
      points: { returned: 100, expired: 0, balance: 130 },
    });
    expect([await lots(member), await given()]).toEqual([[60, 70], 0]);
    await expect(cancel(redemption.id)).rejects.toMatchObject({ code: "voucher_cancelled" });
  });

  it("the lot has expired since: inside 30 days of grace the 100 come back, after it they are recorded as expired", async () => {
    for (const [when, balance, expired] of [
      ["2026-01-20T12:00:00+03:00", 100, 0],
      ["2026-02-20T12:00:00+03:00", 0, 100],
    ] as const) {
      const member = await open(0, coffeeProgram({ validDays: undefined }));
      await shop().buy(member, { lines: [10_000], at: "2025-01-10T12:00:00+03:00" });
      const { redemption } = await redeem(member, {}, "2025-06-01T12:00:00+03:00");
      expect((await cancel(redemption.id, when)).points).toEqual({ returned: 100, expired, balance });
    }
  });

  it("cancelled eight times at once, and used at the same moment: one of them happens", async () => {
    const member = await open(100);
    const taken = await redeem(member);
    const tries = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => cancel(taken.redemption.id)),
      use(codeOf(taken)),
    ]);
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const cancelled = tries[8]?.status === "rejected";
    expect((await shop().balance(member)).balance).toBe(cancelled ? 100 : 0);
  });
});
