import { afterEach, describe, expect, it } from "vitest";
import { onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { recordPurchaseBatch } from "@/lib/earning/commands/record-purchase-batch";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";
import { adjustPoints } from "./commands/adjust-points";
import { expireDue } from "./commands/expire-due";
import { settleDue } from "./commands/settle-due";
import { spendPoints } from "./commands/spend-points";
import { memberPoints } from "./member-points";
import { getLedger } from "./queries/get-ledger";
import { runDue } from "./run-due";

const database = await testDatabase();
let shop: Shopping;
let merchant: TestMerchant;

async function open(expiry: ProgramInput["expiry"], more: ProgramInput = {}) {
  const tiers = [{ key: "gold", name: "Gold" }];
  merchant = await testMerchant(database, {
    program: { tiers, earning: { rules: [onePerUnit] }, expiry, ...more },
  });
  shop = shopping(database, merchant);
}

const at = (day: string) => `${day}T12:00:00+03:00`;
const by = (now: string) => ({ actor: merchant.actor, now: new Date(now), database });
const member = async (tier?: string) => (await testMember(database, merchant, { tier })).id;
const points = (id: string, now: string) =>
  memberPoints(database, { merchantId: merchant.merchantId, memberId: id, now: new Date(now) });
const kinds = async (id: string) => {
  const { entries } = await getLedger.execute(by(at("2030-01-01")), { id });
  return entries.map((entry) => [entry.kind, entry.points, entry.balance, entry.occurredAt]).reverse();
};
const start = (day: string) => new Date(`${day}T00:00:00+03:00`).toISOString();

afterEach(async () => expect(await shop.differences()).toEqual([]));

it("two purchases in one batch: 1,000 make Gold, the 100 after it are Gold's and stay 12 months longer", async () => {
  await open(
    { kind: "after", months: 12, longer: [{ tier: "gold", months: 12 }] },
    { tiers: [{ key: "gold", name: "Gold", needs: { points: 1000 } }] },
  );
  const id = await member();
  const purchase = (externalId: string, amount: number, day: string) => ({
    externalId,
    member: { id },
    occurredAt: at(day),
    lines: [{ productType: "coffee", amount }],
  });
  await recordPurchaseBatch.execute(by(at("2026-03-02")), {
    purchases: [purchase("one", 100_000, "2026-03-01"), purchase("two", 10_000, "2026-03-02")],
  });
  const lots = await database.sql<{ points: number; at: string }[]>`
    select points, expires_at as at from lot where merchant_id = ${merchant.merchantId} and member_id = ${id} order by no`;
  expect(lots.map((lot) => [lot.points, new Date(lot.at).toISOString()])).toEqual([
    [1000, start("2027-03-02")],
    [100, start("2028-03-03")],
  ]);
});

describe("after inactivity of 6 months", () => {
  const inactivity = { kind: "inactivity" as const, months: 6 };

  it("100 in January and 50 in May: nothing is due in July, all 150 are gone half a year after May", async () => {
    await open(inactivity);
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    await shop.buy(id, { lines: [5_000], at: at("2026-05-10") });
    expect(await runDue(by(at("2026-07-20")))).toMatchObject({ expired: 0 });
    // Looked at once, and not again before something can be due.
    expect(await runDue(by(at("2026-07-21")))).toMatchObject({ members: 0 });
    expect(await points(id, at("2026-11-10"))).toMatchObject({
      balance: 150,
      expiring: { at: start("2026-11-11"), points: 150 },
    });
    expect((await points(id, start("2026-11-11"))).balance).toBe(0);
    expect(await runDue(by(start("2026-11-11")))).toMatchObject({ members: 1, expired: 150 });
    expect((await kinds(id)).at(-1)).toEqual(["expire", -150, 0, start("2026-11-11")]);
  });

  it("a purchase that earns nothing keeps points too, and so does spending", async () => {
    await open(inactivity, { productTypes: [{ key: "gift-card", name: "Gift cards", excluded: true }] });
    const [buyer, spender] = [await member(), await member()];
    for (const id of [buyer, spender]) await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    await shop.buy(buyer, { lines: [{ productType: "gift-card", amount: 100 }], at: at("2026-06-10") });
    await spendPoints.execute(by(at("2026-06-10")), { member: { id: spender }, points: 1, reference: "x" });
    await runDue(by(at("2026-12-10")));
    expect([(await shop.balance(buyer)).balance, (await shop.balance(spender)).balance]).toEqual([100, 99]);
    await runDue(by(at("2026-12-11")));
    expect([(await shop.balance(buyer)).balance, (await shop.balance(spender)).balance]).toEqual([0, 0]);
  });

  it("points that the shop gives by hand are no activity: all is gone with January's", async () => {
    await open(inactivity);
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    await adjustPoints.execute(by(at("2026-05-10")), { member: { id }, points: 20, reason: "Sorry" });
    await runDue(by(at("2026-07-11")));
    expect((await shop.balance(id)).balance).toBe(20);
    await runDue(by(at("2026-11-11")));
    expect((await shop.balance(id)).balance).toBe(0);
  });

  it("case 24: a shop that turns to 12 fixed months leaves what exists to live by activity, and the reverse", async () => {
    await open(inactivity);
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    const fixed: ProgramInput = { earning: { rules: [onePerUnit] }, expiry: { kind: "after", months: 12 } };
    await applyProgram.execute(by(at("2026-02-01")), { content: fixed });
    await shop.buy(id, { lines: [5_000], at: at("2026-05-10") });
    expect((await points(id, at("2026-11-10"))).balance).toBe(150);
    await runDue(by(at("2026-11-11")));
    expect(await points(id, at("2026-11-11"))).toMatchObject({
      balance: 50,
      expiring: { at: start("2027-05-11") },
    });
  });
});

describe("fixed validity", () => {
  it("3 months to the end of the quarter, 12 more for Gold: 30 September for everybody, a year later for Gold", async () => {
    await open({ kind: "after", months: 3, endOf: "quarter", longer: [{ tier: "gold", months: 12 }] });
    const [gold, other] = [await member("gold"), await member()];
    for (const id of [gold, other]) await shop.buy(id, { lines: [10_000], at: at("2026-04-10") });
    expect((await points(gold, at("2026-04-11"))).expiring?.at).toBe(start("2027-10-01"));
    expect((await points(other, at("2026-04-11"))).expiring?.at).toBe(start("2026-10-01"));
    await adjustPoints.execute(by(at("2026-07-10")), { member: { id: gold }, points: 5, reason: "x" });
    expect((await points(gold, at("2027-10-02"))).expiring?.at).toBe(start("2028-01-01"));
  });
});

describe("many at once", () => {
  it("three days of one member, 100 of which 30 are spent, 20 and 7: two entries of -70 and -20 on their own days, 7 stay", async () => {
    await open({ kind: "after", months: 1 });
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    await shop.buy(id, { lines: [2_000], at: at("2026-01-12") });
    await spendPoints.execute(by(at("2026-02-05")), { member: { id }, points: 30, reference: "x" });
    await shop.buy(id, { lines: [700], at: at("2026-02-08") });
    expect(await expireDue.execute(by(at("2026-03-01")), {})).toEqual({ members: 1, expired: 90 });
    expect((await kinds(id)).slice(-2)).toEqual([
      ["expire", -70, 27, start("2026-02-11")],
      ["expire", -20, 7, start("2026-02-13")],
    ]);
    expect(await settleDue.execute(by(at("2026-03-01")), {})).toMatchObject({ members: 0 });
  });

  it("what is held is left to be settled in its order: 100 arrive and expire, 40 that are free expire before", async () => {
    await open({ kind: "after", months: 1 }, { earning: { rules: [{ ...onePerUnit, holdDays: 20 }] } });
    const id = await member();
    await adjustPoints.execute(by(at("2026-01-05")), { member: { id }, points: 40, reason: "x" });
    await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    expect(await expireDue.execute(by(at("2026-04-01")), {})).toEqual({ members: 0, expired: 0 });
    expect(await runDue(by(at("2026-04-01")))).toMatchObject({ released: 100, expired: 140 });
    expect((await kinds(id)).map(([kind, change]) => `${kind} ${change}`)).toEqual([
      "adjust 40",
      "earn 0",
      "release 100",
      "expire -40",
      "expire -100",
    ]);
  });

  it("sixty members, six workers at once, seven a round: each expires once, 60 x 100", async () => {
    await open({ kind: "after", months: 1 });
    const ids: string[] = [];
    for (let count = 0; count < 60; count++) {
      const id = await member();
      ids.push(id);
      await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
    }
    const worker = async () => {
      let expired = 0;
      for (;;) {
        const round = await expireDue.execute(by(at("2026-03-01")), { limit: 7 });
        if (round.members === 0) return expired;
        expired += round.expired;
      }
    };
    const rounds = await Promise.all(Array.from({ length: 6 }, worker));
    expect(rounds.reduce((sum, one) => sum + one, 0)).toBe(6000);
    expect((await runDue(by(at("2026-03-01")))).members).toBe(0);
  });
});
