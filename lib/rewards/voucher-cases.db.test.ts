import { describe, expect, it } from "vitest";
import { codeOf, coffeeProgram, refusedCodes, rewardShop } from "@/db/testing/reward-shop";
import { noon } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { cancelRedemption } from "./commands/cancel-redemption";
import { useVoucher } from "./commands/use-voucher";
import { getVoucher } from "./queries/get-voucher";
import { listRewardsFor } from "./queries/list-rewards-for";
import { listVouchers } from "./queries/list-vouchers";
import { rewardsDue } from "./run-due";

const database = await testDatabase();
const { by, open, redeem, cancel, use, merchant, shop } = rewardShop(database);

describe("a voucher", () => {
  it("scanned at two tills at once is used once, and the other is told", async () => {
    const member = await open(100);
    const code = codeOf(await redeem(member));
    const tries = await Promise.allSettled([use(code), use(code.toLowerCase()), use(code), use(code)]);
    expect(refusedCodes(tries)).toEqual(Array(3).fill("voucher_used"));
    expect(await getVoucher.execute(by(noon), { code })).toMatchObject({ status: "used" });
    await expect(cancel((await getVoucher.execute(by(noon), { code })).redemption)).rejects.toMatchObject({
      code: "voucher_used",
    });
  });

  it("expired a minute ago: refused although no job has run; run-due then marks it, once", async () => {
    const member = await open(100, coffeeProgram({ validDays: 1 }));
    const code = codeOf(await redeem(member));
    const late = "2026-03-12T00:01:00+03:00";
    await expect(use(code, late)).rejects.toMatchObject({ code: "voucher_expired" });
    expect(await listVouchers.execute(by(late), { member })).toMatchObject({
      open: [],
      ended: [{ status: "expired", endedAt: new Date("2026-03-12T00:00:00+03:00").toISOString() }],
    });
    expect(await rewardsDue(by(late))).toMatchObject({ vouchers: 1 });
    expect(await rewardsDue(by(late))).toMatchObject({ vouchers: 0 });
  });

  it("of another shop is not found, by code and by id", async () => {
    const member = await open(100);
    const taken = await redeem(member);
    const other = { ...by(noon), actor: (await testMerchant(database)).actor };
    await expect(useVoucher.execute(other, { code: codeOf(taken) })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(getVoucher.execute(other, { code: codeOf(taken) })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(cancelRedemption.execute(other, { redemption: taken.redemption.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("what a member is offered", () => {
  it("172 of 500 points at 43 a visit: 328 to go, about 8 visits (328 / 43 = 7.6)", async () => {
    const member = await open(0, coffeeProgram({ price: { kind: "points", points: 500 } }));
    for (const day of ["05", "06", "07", "08"]) {
      await shop().buy(member, { lines: [4300], at: `2026-03-${day}T12:00:00+03:00` });
    }
    expect(await listRewardsFor.execute(by(noon), { member })).toMatchObject({
      balance: 172,
      offers: [{ available: false, toGo: { points: 328, visits: 8 } }],
    });
  });

  it("Gold sees it from 1 March, everybody from 1 April; nobody after the last day", async () => {
    await open(
      0,
      coffeeProgram(
        { dates: { from: "2026-04-01", to: "2026-04-30" }, earlier: [{ tier: "gold", from: "2026-03-01" }] },
        { tiers: [{ key: "gold", name: "Gold" }] },
      ),
    );
    const plain = (await testMember(database, merchant())).id;
    const gold = (await testMember(database, merchant(), { tier: "gold" })).id;
    const seen = async (member: string, now: string) =>
      (await listRewardsFor.execute(by(now), { member })).offers.length;
    expect([await seen(plain, noon), await seen(gold, noon)]).toEqual([0, 1]);
    const april = "2026-04-01T00:00:00+03:00";
    expect([await seen(plain, april), await seen(gold, april)]).toEqual([1, 1]);
    expect(await seen(gold, "2026-05-01T00:00:00+03:00")).toBe(0);
    await expect(redeem(plain)).rejects.toMatchObject({
      code: "reward_early",
      params: { day: "2026-04-01" },
    });
  });
});
