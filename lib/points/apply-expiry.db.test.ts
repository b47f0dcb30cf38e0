import { afterEach, describe, expect, it } from "vitest";
import { onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";
import { changeExpiryAll } from "./change-expiry-all";
import { applyExpiry } from "./commands/apply-expiry";
import { changeExpiry } from "./commands/change-expiry";
import { memberPoints } from "./member-points";
import { getExpiryEffect } from "./queries/get-expiry-effect";
import { getLedger } from "./queries/get-ledger";
import { runDue } from "./run-due";

const database = await testDatabase();
let shop: Shopping;
let merchant: TestMerchant;

const at = (day: string) => `${day}T12:00:00+03:00`;
const now = at("2026-06-10");
const start = (day: string) => new Date(`${day}T00:00:00+03:00`).toISOString();
const by = (instant = now) => ({ actor: merchant.actor, now: new Date(instant), database });
const programOf = (expiry: ProgramInput["expiry"]): ProgramInput => ({
  tiers: [{ key: "gold", name: "Gold" }],
  earning: { rules: [onePerUnit] },
  expiry,
});

async function open(expiry: ProgramInput["expiry"]) {
  merchant = await testMerchant(database, { program: programOf(expiry) });
  shop = shopping(database, merchant);
}
const member = async (tier?: string) => (await testMember(database, merchant, { tier })).id;
const expiring = async (id: string, instant = now) =>
  (await memberPoints(database, { merchantId: merchant.merchantId, memberId: id, now: new Date(instant) }))
    .expiring;
const publish = (expiry: ProgramInput["expiry"]) =>
  applyProgram.execute(by(), { content: programOf(expiry) }).then(({ version }) => version);
const effect = async () => {
  const [row] = await database.sql<{ content: { expiry: object; warnings: object } }[]>`
    select content from program_version where merchant_id = ${merchant.merchantId} order by version desc limit 1`;
  const { expiry, warnings } = row?.content ?? { expiry: {}, warnings: {} };
  return getExpiryEffect.execute(by(), { expiry, warnings });
};

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("from 6 months to 12", () => {
  it("case 24: publishing alone changes nothing; the effect is seen first, and applied when somebody says so", async () => {
    await open({ kind: "after", months: 6 });
    const [one, other] = [await member(), await member()];
    await shop.buy(one, { lines: [10_000], at: at("2026-01-10") });
    await shop.buy(other, { lines: [5_000], at: at("2026-03-10") });
    const version = await publish({ kind: "after", months: 12 });
    expect((await expiring(one))?.at).toBe(start("2026-07-11"));
    expect(await effect()).toMatchObject({
      points: 150,
      lots: 2,
      members: 2,
      later: 150,
      sooner: 0,
      months: [
        { month: "2026-07", now: 100, after: 0 },
        { month: "2026-09", now: 50, after: 0 },
        { month: "2027-01", now: 0, after: 100 },
        { month: "2027-03", now: 0, after: 50 },
      ],
      change: null,
    });
    expect((await expiring(one))?.at).toBe(start("2026-07-11"));
    await applyExpiry.execute(by(), { version, reason: "A year from now on" });
    expect(await changeExpiryAll(by())).toEqual({ changed: 2 });
    expect([(await expiring(one))?.at, (await expiring(other))?.at]).toEqual([
      start("2027-01-11"),
      start("2027-03-11"),
    ]);
    expect(await effect()).toMatchObject({ lots: 0, change: { status: "done", members: 2, points: 150 } });
    const { entries } = await getLedger.execute(by(), { id: one });
    expect(entries[0]).toMatchObject({ kind: "adjust", points: 0, reason: "A year from now on" });
    expect(await runDue(by(at("2026-08-01")))).toMatchObject({ expired: 0 });
  });
});

it("from 12 months to 1: nothing expires before everybody could be told, 30 days from today", async () => {
  await open({ kind: "after", months: 12 });
  const id = await member();
  await shop.buy(id, { lines: [10_000], at: at("2026-01-10") });
  const version = await publish({ kind: "after", months: 1 });
  expect(await effect()).toMatchObject({ sooner: 100, firstDay: "2026-07-11" });
  await applyExpiry.execute(by(), { version, reason: "x" });
  await changeExpiryAll(by());
  expect((await expiring(id))?.at).toBe(start("2026-07-11"));
  expect(await runDue(by(at("2026-07-10")))).toMatchObject({ expired: 0 });
  expect(await runDue(by(at("2026-07-11")))).toMatchObject({ expired: 100 });
});

it("to inactivity, to the end of the year, longer for Gold, and to never: each as a purchase of that day would have got it", async () => {
  await open({ kind: "after", months: 6 });
  const [gold, other] = [await member("gold"), await member()];
  for (const id of [gold, other]) await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
  const apply = async (expiry: ProgramInput["expiry"]) => {
    await applyExpiry.execute(by(), { version: await publish(expiry), reason: "x" });
    await changeExpiryAll(by());
    return [(await expiring(gold))?.at, (await expiring(other))?.at];
  };
  const longer = [{ tier: "gold", months: 3 }];
  expect(await apply({ kind: "inactivity", months: 9, longer })).toEqual([
    start("2027-03-11"),
    start("2026-12-11"),
  ]);
  await shop.buy(other, { lines: [100], at: at("2026-06-10") });
  expect((await expiring(other))?.at).toBe(start("2027-03-11"));
  expect(await apply({ kind: "after", months: 6, endOf: "year", longer })).toEqual([
    start("2027-01-01"),
    start("2027-01-01"),
  ]);
  expect(await apply({ kind: "after", months: 10, endOf: "quarter", longer })).toEqual([
    start("2027-07-01"),
    start("2027-04-01"),
  ]);
  expect(await apply({ kind: "never" })).toEqual([undefined, undefined]);
});

it("a worker is killed after two of five members, two others go on at once: each member once", async () => {
  await open({ kind: "after", months: 6 });
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.push(await member());
  for (const id of ids) await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
  await applyExpiry.execute(by(), { version: await publish({ kind: "after", months: 12 }), reason: "x" });
  expect(await changeExpiry.execute(by(), { limit: 2 })).toEqual({ more: true, changed: 2 });
  await Promise.all([changeExpiryAll(by()), changeExpiryAll(by())]);
  await changeExpiryAll(by());
  expect(await effect()).toMatchObject({ lots: 0, change: { status: "done", members: 5 } });
  for (const id of ids) expect((await getLedger.execute(by(), { id })).entries).toHaveLength(2);
});

it("purchases at the same moment as the change: whoever comes second sees the first, no day is lost", async () => {
  await open({ kind: "after", months: 6 });
  const id = await member();
  await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
  await applyExpiry.execute(by(), { version: await publish({ kind: "after", months: 1 }), reason: "x" });
  await Promise.all([
    changeExpiryAll(by()),
    ...Array.from({ length: 6 }, () => shop.buy(id, { lines: [1_000], at: now })),
  ]);
  expect(await runDue(by(at("2026-07-11")))).toMatchObject({ expired: 160 });
});

it("refused: another version than the published one, a second while one is under way, a cashier, no reason", async () => {
  await open({ kind: "after", months: 6 });
  const version = await publish({ kind: "after", months: 12 });
  const refused = (input: unknown, actor = merchant.actor) =>
    applyExpiry.execute({ ...by(), actor }, input).then(
      () => "done",
      (problem) => problem.code,
    );
  expect(await refused({ version: version - 1, reason: "x" })).toBe("conflict");
  expect(await refused({ version, reason: " " })).toBe("invalid");
  expect(await refused({ version, reason: "x" }, await merchant.staff("cashier"))).toBe("forbidden");
  const both = await Promise.all([refused({ version, reason: "x" }), refused({ version, reason: "x" })]);
  expect(both.toSorted()).toEqual(["done", "expiry_change_running"]);
});
