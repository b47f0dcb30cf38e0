import { expect, it } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import type { ProgramInput } from "@/lib/program/schemas";
import { lockTier } from "@/lib/tiers/commands/lock-tier";
import { warnTiers } from "./commands/warn-tiers";
import { answerMailLink } from "./unsubscribe";
import { warnAll } from "./warn-all";

testEnvironment({ NEXTAUTH_URL: "https://shop.example" });

const database = await testDatabase();
const program: ProgramInput = {
  tiers: [{ key: "gold", name: "Gold", needs: { points: 1000 }, benefits: ["Coffee counts double"] }],
  qualification: { window: { kind: "calendarYear" } },
  earning: { rules: [onePerUnit] },
};
const at = (day: string, clock = "12:00") => `${day}T${clock}:00+03:00`;

let count = 0;
/** A shop with one member who has been Gold since March 2025, until the end of 2026, and 30 days of grace. */
async function openShop(more: ProgramInput = {}) {
  const shop = await testMerchant(database, { program: { ...program, ...more } });
  const { buy } = shopping(database, shop);
  const gold = async (locale: "en" | "tr" = "en") => {
    const email = `gold-${++count}@example.com`;
    const { id } = await testMember(database, shop, {
      email,
      locale,
      enrolledAt: new Date(at("2025-01-01")),
    });
    await buy(id, { lines: [100_000], at: at("2025-03-01") });
    return id;
  };
  const by = (day: string, clock?: string) => ({
    actor: shop.actor,
    now: new Date(at(day, clock)),
    database,
  });
  const warn = async (day: string, clock?: string) => (await warnAll(by(day, clock))).warned;
  const mails = () =>
    database.sql<{ kind: string; subject: string; text: string; leave: string }[]>`
      select kind, subject, text, unsubscribe_url as leave from outbox where merchant_id = ${shop.merchantId} order by id`;
  return { shop, buy, gold, by, warn, mails };
}

it("Gold until 31 December, nothing done in 2026: told on 1 and 24 and 30 December, again in the days of grace, each once", async () => {
  const { gold, warn, mails } = await openShop();
  await gold();
  const told: string[] = [];
  for (let day = Date.UTC(2026, 10, 20); day <= Date.UTC(2027, 1, 5); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    if ((await warn(date)) > 0) told.push(date);
    expect(await warn(date, "15:00")).toBe(0);
  }
  expect(told).toEqual(["2026-12-01", "2026-12-24", "2026-12-30", "2027-01-01", "2027-01-23", "2027-01-29"]);
  const [first, , , inGrace] = await mails();
  expect(first).toMatchObject({ kind: "tier", subject: "Köşe Kahve: Gold until 31 December" });
  expect(first?.text).toContain("1,000 points by 31 December keep you Gold.");
  expect(first?.text).toContain("So far: 0 of 1,000 points since 1 January.");
  expect(first?.text).toContain("What Gold is good for: Coffee counts double.");
  expect(inGrace?.text).toContain("Gold ended on 31 December. 1,000 points by 30 January keep it.");
});

it("with 400 of 1,000 done it is about the 600 that are missing; with all of it done, about nothing", async () => {
  const { gold, buy, warn, mails } = await openShop();
  const id = await gold("tr");
  await buy(id, { lines: [40_000], at: at("2026-02-01") });
  expect(await warn("2026-12-05")).toBe(1);
  const [mail] = await mails();
  expect(mail?.subject).toBe("Köşe Kahve: Gold, son gün 31 Aralık");
  expect(mail?.text).toContain("31 Aralık tarihine kadar 600 puan, Gold seviyenizi korur.");
  await buy(id, { lines: [60_000], at: at("2026-12-06") });
  expect(await warn("2026-12-24")).toBe(0);
});

it("a locked tier is not told of; nor one in a program that tells nobody, or without an address", async () => {
  const { gold, warn, by } = await openShop();
  await lockTier.execute(by("2026-03-01"), { member: await gold(), tier: "gold", reason: "A founder" });
  expect(await warn("2026-12-24")).toBe(0);
  const silent = await openShop({ warnings: { days: [] } });
  await silent.gold();
  expect(await silent.warn("2026-12-24")).toBe(0);
  const { shop, buy, warn: tell } = await openShop();
  const { id } = await testMember(database, shop, { enrolledAt: new Date(at("2025-01-01")) });
  await buy(id, { lines: [100_000], at: at("2025-03-01") });
  expect(await tell("2026-12-24")).toBe(0);
});

it("points and a tier that end on the same day: the points today, the tier tomorrow; ended by its link, the points go on", async () => {
  const { gold, buy, warn, mails, by } = await openShop({
    expiry: { kind: "after", months: 1 },
    warnings: { days: [30, 7] },
  });
  const id = await gold();
  await buy(id, { lines: [10_000], at: at("2026-11-30") });
  expect(await warn("2026-12-23")).toBe(1);
  expect(await warn("2026-12-23", "14:00")).toBe(0);
  expect(await warn("2026-12-24")).toBe(1);
  const sent = await mails();
  expect(sent.map(({ kind }) => kind)).toEqual(["expiry", "tier"]);
  const token = sent[1]?.leave.split("/").at(-1) ?? "";
  expect(await answerMailLink(database, { token, wanted: false, now: by("2026-12-24").now })).toEqual({
    kind: "tier",
  });
  await buy(id, { lines: [1_000], at: at("2026-12-25") });
  expect(await warn("2027-01-18")).toBe(1);
  expect((await mails()).map(({ kind }) => kind)).toEqual(["expiry", "tier", "expiry"]);
});

it("three workers at once, two members a round: seven are told once each; one killed after a round goes on", async () => {
  const { gold, by, mails } = await openShop();
  for (let member = 0; member < 7; member++) await gold();
  const worker = async () => {
    let after: string | null | undefined;
    do {
      ({ after } = await warnTiers.execute(by("2026-12-24"), { limit: 2, ...(after ? { after } : {}) }));
    } while (after);
  };
  await warnTiers.execute(by("2026-12-24"), { limit: 2 });
  await Promise.all([worker(), worker(), worker()]);
  expect(await mails()).toHaveLength(7);
});
