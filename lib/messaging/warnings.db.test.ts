import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { runAllDue } from "@/lib/integrations/run-all-due";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { spendPoints } from "@/lib/points/commands/spend-points";
import type { ProgramInput } from "@/lib/program/schemas";
import { warnMembers } from "./commands/warn-members";
import { answerMailLink, peekMailLink } from "./unsubscribe";
import { warnAll } from "./warn-all";

const environment = testEnvironment({
  NEXTAUTH_URL: "https://shop.example",
  SMTP_URL: undefined as string | undefined,
});

const database = await testDatabase();
let merchant: TestMerchant;
let shop: Shopping;

const program: ProgramInput = {
  earning: { rules: [onePerUnit] },
  expiry: { kind: "after", months: 1 },
  pointValue: { points: 10, amount: 100 },
};

beforeEach(() => open());
afterEach(async () => expect(await shop.differences()).toEqual([]));

async function open(more: ProgramInput = {}) {
  environment.SMTP_URL = undefined;
  merchant = await testMerchant(database, { program: { ...program, ...more } });
  shop = shopping(database, merchant);
}

let next = 0;
const member = (locale?: "en" | "tr") =>
  testMember(database, merchant, { email: `member-${++next}@example.com`, locale }).then(({ id }) => id);
const at = (day: string, clock = "10:00") => `${day}T${clock}:00+03:00`;
const by = (now: string) => ({ actor: merchant.actor, now: new Date(now), database });
const warn = async (now: string) => (await warnAll(by(now))).warned;

interface Mail {
  subject: string;
  text: string;
  html: string;
  unsubscribe: string | null;
  sendAfter: string | null;
}
const mails = () =>
  database.sql<Mail[]>`
    select subject, text, html, unsubscribe_url as unsubscribe, send_after as "sendAfter" from outbox
    where merchant_id = ${merchant.merchantId} and kind = 'expiry' order by id`;
const tokenOf = (mail: Mail | undefined) => mail?.unsubscribe?.split("/").at(-1) ?? "";

describe("100 points of 10 March, good for a month", () => {
  it("are told of 30, 7 and 1 days before 10 April, each once, in the member's language, and no more once they are gone", async () => {
    const id = await member("en");
    await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
    const told: Record<string, number> = {};
    for (let day = 10; day <= 42; day++) {
      const date = day <= 31 ? `2026-03-${day}` : `2026-04-${String(day - 31).padStart(2, "0")}`;
      const { warned } = await runAllDue(by(at(date, "11:00")));
      if (warned) told[date] = warned;
      expect((await runAllDue(by(at(date, "12:00")))).warned).toBe(0);
    }
    expect(told).toEqual({ "2026-03-11": 1, "2026-04-03": 1, "2026-04-09": 1 });
    const [first] = await mails();
    expect(first?.subject).toBe("Köşe Kahve: 100 points to use by 10 April");
    expect(first?.text).toContain("They are worth ₺10 at Köşe Kahve.");
    expect(first?.text).toContain(`https://shop.example/c/${merchant.slug}`);
  });

  it("spent in time are not told of: the mail is about the 40 that are left", async () => {
    const id = await member("tr");
    await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
    await spendPoints.execute(by(at("2026-03-20")), { member: { id }, points: 60, reference: "x" });
    expect(await warn(at("2026-04-03"))).toBe(1);
    expect((await mails())[0]?.subject).toBe("Köşe Kahve: 40 puan, son gün 10 Nisan");
    await spendPoints.execute(by(at("2026-04-04")), { member: { id }, points: 40, reference: "x" });
    expect(await warn(at("2026-04-09"))).toBe(0);
  });
});

describe("one mail a day", () => {
  it("100 until 10 April and 20 until 11 April are one mail with two rows and their sum of 120", async () => {
    const id = await member("en");
    await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
    await shop.buy(id, { lines: [2_000], at: at("2026-03-11") });
    expect(await warn(at("2026-03-11", "11:00"))).toBe(1);
    expect(await warn(at("2026-03-12"))).toBe(0);
    expect(await warn(at("2026-04-03"))).toBe(1);
    const mail = (await mails()).at(-1);
    expect(mail?.text).toContain("Friday 10 April: 100 points\nSaturday 11 April: 20 points");
    expect(mail?.text).toContain("120 points that you can still use, worth ₺12");
    expect(await warn(at("2026-04-04"))).toBe(0);
  });

  it("points that come later the same day, and expire as soon, wait for tomorrow's mail", async () => {
    await open({ warnings: { days: [31] } });
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
    expect(await warn(at("2026-03-10", "10:30"))).toBe(1);
    await shop.buy(id, { lines: [500], at: at("2026-02-11", "10:00"), now: at("2026-03-10", "11:00") });
    expect(await warn(at("2026-03-10", "12:00"))).toBe(0);
    expect(await warn(at("2026-03-11", "10:00"))).toBe(1);
  });

  it("four workers at once, five members a round: 23 members are told once each", async () => {
    for (let count = 0; count < 23; count++)
      await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10") });
    const worker = async () => {
      let after: string | null | undefined;
      let warned = 0;
      do {
        const round = await warnMembers.execute(by(at("2026-04-03")), {
          limit: 5,
          ...(after ? { after } : {}),
        });
        warned += round.warned;
        after = round.after;
      } while (after);
      return warned;
    };
    const rounds = await Promise.all([worker(), worker(), worker(), worker()]);
    expect(rounds.reduce((sum, one) => sum + one, 0)).toBe(23);
    expect(await mails()).toHaveLength(23);
  });

  it("a worker that is killed after the first round of ten: the next one tells the other two, and nobody twice", async () => {
    for (let count = 0; count < 12; count++)
      await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10") });
    const job = { ...by(at("2026-04-03")), actor: merchant.job };
    expect(await warnMembers.execute(job, { limit: 10, hourly: true })).toMatchObject({ warned: 10 });
    expect(await warnAll(job)).toEqual({ warned: 2 });
    // All were gone through: the hours that follow look no more today.
    await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10"), now: at("2026-04-03") });
    expect(await warnAll({ ...job, now: new Date(at("2026-04-03", "15:00")) })).toEqual({ warned: 0 });
    expect(await warnAll({ ...job, now: new Date(at("2026-04-04")) })).toEqual({ warned: 1 });
    expect(await mails()).toHaveLength(13);
  });
});

it("in quiet hours a mail is written for the morning: at 23:00 it is about tomorrow, and waits until 9:00", async () => {
  environment.SMTP_URL = "smtp://127.0.0.1:1";
  await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10") });
  expect(await warn(at("2026-04-02", "23:00"))).toBe(1);
  const [mail] = await mails();
  expect(new Date(mail?.sendAfter ?? "")).toEqual(new Date(at("2026-04-03", "09:00")));
  const [job] = await database.sql<{ at: string }[]>`
    select run_at as at from graphile_worker.jobs where task_identifier = 'deliver-mail'
    order by id desc limit 1`;
  expect(new Date(job?.at ?? "")).toEqual(new Date(at("2026-04-03", "09:00")));
  expect(await warn(at("2026-04-03", "10:00"))).toBe(0);
});

it("nobody is told who has no address, of a program that tells nobody, or that is not published", async () => {
  const { id } = await testMember(database, merchant, {});
  await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
  expect(await warn(at("2026-04-03"))).toBe(0);
  await open({ warnings: { days: [] } });
  await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10") });
  expect(await warn(at("2026-04-03"))).toBe(0);
  merchant = await testMerchant(database, { program: null });
  expect(await warn(at("2026-04-03"))).toBe(0);
});

describe("the way out", () => {
  const press = (token: string, wanted = false) =>
    answerMailLink(database, { token, wanted, now: new Date(at("2026-04-03", "11:00")) });

  it("one press without signing in: not told at 1 day before; pressed back, told again", async () => {
    await shop.buy(await member(), { lines: [10_000], at: at("2026-03-10") });
    await warn(at("2026-04-03"));
    const [mail] = await mails();
    const token = tokenOf(mail);
    expect(mail?.text).toContain(`https://shop.example/unsubscribe/${token}`);
    // Looking at the page changes nothing: mail scanners look.
    expect(await peekMailLink(database, token)).toMatchObject({ wanted: true, kind: "expiry" });
    expect(await press(token)).toEqual({ kind: "expiry" });
    expect(await press(token)).toEqual({ kind: "expiry" });
    expect(await peekMailLink(database, token)).toMatchObject({ wanted: false });
    expect(await warn(at("2026-04-09"))).toBe(0);
    await press(token, true);
    expect(await warn(at("2026-04-09", "12:00"))).toBe(1);
  });

  it("a link with another member, another shop or another signature, or cut off, is not one of ours", async () => {
    const id = await member();
    await shop.buy(id, { lines: [10_000], at: at("2026-03-10") });
    await warn(at("2026-04-03"));
    const token = tokenOf((await mails())[0]);
    const other = await member();
    const elsewhere = await testMerchant(database, { program });
    for (const bad of [
      token.replace(id, other),
      token.replace(/^[^.]+/, elsewhere.merchantId.toString(36)),
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      token.slice(0, -5),
      "",
      "no-such-link",
      `${token}.x`,
    ])
      expect(await press(bad), bad).toBeNull();
    await eraseMember.execute(by(at("2026-04-03")), { id });
    expect(await press(token)).toBeNull();
  });
});
