import { afterEach, describe, expect, it } from "vitest";
import { noon, onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import type { ProgramInput } from "@/lib/program/schemas";
import { adjustPoints } from "./commands/adjust-points";
import { decideAdjustment } from "./commands/decide-adjustment";
import { giftPoints } from "./commands/gift-points";
import { spendPoints } from "./commands/spend-points";
import { memberPoints } from "./member-points";
import { getLedger } from "./queries/get-ledger";
import { runDue } from "./run-due";

const database = await testDatabase();
let shop: Shopping;
let merchant: TestMerchant;

const yearly: ProgramInput = { earning: { rules: [onePerUnit] }, expiry: { kind: "after", months: 12 } };

async function open(program: ProgramInput = yearly) {
  merchant = await testMerchant(database, { program });
  shop = shopping(database, merchant);
  return (await testMember(database, merchant)).id;
}

const by = (now: string) => ({ actor: merchant.actor, now: new Date(now), database });
const spend = (member: string, points: number, now: string) =>
  spendPoints.execute(by(now), { member: { id: member }, points, reference: "coffee" });
const gift = (from: string, to: string, points: number, now: string) =>
  giftPoints.execute(by(now), { from: { id: from }, to: { id: to }, points });
const lots = async (member: string) =>
  (
    await database.sql<{ remaining: number; expiresAt: string | null }[]>`
      select remaining, expires_at as "expiresAt" from lot
      where merchant_id = ${merchant.merchantId} and member_id = ${member} order by no`
  ).map((lot) => ({ ...lot, expiresAt: lot.expiresAt && new Date(lot.expiresAt).toISOString() }));

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("lots, expiry and parallel spending", () => {
  it("case 20: A holds 100 until June, B 100 until March and was earned later: spending 120 leaves A 80, B 0", async () => {
    const member = await open();
    await shop.buy(member, { lines: [10_000], at: "2025-06-10T12:00:00+03:00" });
    await shop.buy(member, {
      lines: [10_000],
      at: "2025-03-10T12:00:00+03:00",
      now: "2025-07-01T12:00:00+03:00",
    });
    await spend(member, 120, "2025-07-01T12:00:00+03:00");
    expect((await lots(member)).map((lot) => lot.remaining)).toEqual([80, 0]);
  });

  it("case 21: earned 100, spent 60, then expiry: -40, balance 0, and a second run expires nothing more", async () => {
    const member = await open();
    await shop.buy(member, { lines: [10_000], at: "2025-01-10T12:00:00+03:00" });
    await spend(member, 60, "2025-02-01T12:00:00+03:00");
    expect(await runDue(by("2026-01-11T00:00:00+03:00"))).toMatchObject({ members: 1, expired: 40 });
    expect(await runDue(by("2026-01-11T00:00:00+03:00"))).toMatchObject({ members: 0, expired: 0 });
    const { entries } = await getLedger.execute(by("2026-01-11T00:00:00+03:00"), { id: member });
    expect(entries.map((entry) => [entry.kind, entry.points, entry.balance])).toEqual([
      ["expire", -40, 0],
      ["spend", -60, 40],
      ["earn", 100, 100],
    ]);
  });

  it("case 22: 100 that expired a minute ago cannot be spent and are not shown, although no job has run", async () => {
    const member = await open();
    await shop.buy(member, { lines: [10_000], at: "2025-01-10T12:00:00+03:00" });
    const before = "2026-01-10T23:59:00+03:00";
    const after = "2026-01-11T00:01:00+03:00";
    const points = (at: string) =>
      memberPoints(database, { merchantId: merchant.merchantId, memberId: member, now: new Date(at) });
    expect((await points(before)).balance).toBe(100);
    expect((await points(after)).balance).toBe(0);
    await expect(spend(member, 1, after)).rejects.toMatchObject({
      code: "insufficient_points",
      params: { balance: 0, points: 1 },
    });
  });

  it("case 23: earned on 31 January with a month's validity: good through 28 February, local time", async () => {
    const member = await open({ earning: { rules: [onePerUnit] }, expiry: { kind: "after", months: 1 } });
    await shop.buy(member, { lines: [100], at: "2026-01-31T23:30:00+03:00" });
    expect((await lots(member))[0]?.expiresAt).toBe(new Date("2026-03-01T00:00:00+03:00").toISOString());
  });

  it("case 25: fifty parallel spendings of 100 against a balance of 100: one succeeds, 49 are refused, balance 0", async () => {
    const member = await open();
    await shop.buy(member, { lines: [10_000] });
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => spend(member, 100, noon)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const refusals = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refusals).toEqual(Array(49).fill("insufficient_points"));
    expect((await shop.balance(member)).balance).toBe(0);
  });

  it("case 27: a gift keeps the expiry of its lots, and of twenty parallel gifts of the whole balance one succeeds", async () => {
    const from = await open();
    const to = (await testMember(database, merchant)).id;
    await shop.buy(from, { lines: [10_000], at: "2026-03-01T12:00:00+03:00" });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => gift(from, to, 100, noon)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await lots(to)).toEqual([
      { remaining: 100, expiresAt: new Date("2027-03-02T00:00:00+03:00").toISOString() },
    ]);
  });

  it("gifts in both directions at once do not block each other: 20 of 1 there, 20 of 1 back, 100 and 100 stay", async () => {
    const one = await open();
    const other = (await testMember(database, merchant)).id;
    await shop.buy(one, { lines: [10_000] });
    await shop.buy(other, { lines: [10_000] });
    await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        turn % 2 ? gift(one, other, 1, noon) : gift(other, one, 1, noon),
      ),
    );
    expect([(await shop.balance(one)).balance, (await shop.balance(other)).balance]).toEqual([100, 100]);
  });

  it("a gift to oneself and a gift in a program without gifts are refused", async () => {
    const member = await open({ gifts: { enabled: false } });
    const other = (await testMember(database, merchant)).id;
    await expect(gift(member, other, 1, noon)).rejects.toMatchObject({ code: "gifts_disabled" });
    await open();
    const self = (await testMember(database, merchant)).id;
    await expect(gift(self, self, 1, noon)).rejects.toMatchObject({
      code: "gift_to_self",
      fields: [{ path: "to" }],
    });
  });
});

describe("adjustments", () => {
  const adjust = (member: string, points: number) =>
    adjustPoints.execute(by(noon), { member: { id: member }, points, reason: "Spilled coffee" });

  it("500 are given at once under a limit of 500, 501 wait for a second person, who is not the one who asked", async () => {
    const member = await open({ ...yearly, adjustments: { approvalAbove: 500 } });
    expect(await adjust(member, 500)).toMatchObject({
      adjustment: { status: "done" },
      points: { balance: 500 },
    });
    const { adjustment, points } = await adjust(member, 501);
    expect([adjustment.status, points.balance]).toEqual(["waiting", 500]);
    const decision = { request: adjustment.request, approve: true };
    await expect(decideAdjustment.execute(by(noon), decision)).rejects.toMatchObject({
      code: "needs_second_person",
    });
    const second = { ...by(noon), actor: await merchant.staff("manager") };
    expect(await decideAdjustment.execute(second, decision)).toEqual({ status: "approved" });
    await expect(decideAdjustment.execute(second, decision)).rejects.toMatchObject({
      code: "already_decided",
    });
    expect((await shop.balance(member)).balance).toBe(1001);
  });

  it("taking 101 from a balance of 100 is refused and names the field", async () => {
    const member = await open();
    await adjust(member, 100);
    await expect(adjust(member, -101)).rejects.toMatchObject({
      code: "insufficient_points",
      fields: [{ path: "points" }],
    });
    expect(await adjust(member, -100)).toMatchObject({ points: { balance: 0 } });
  });
});
