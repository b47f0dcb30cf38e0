import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { editMember } from "@/lib/members/commands/edit-member";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { memberStory } from "@/lib/timeline/queries/member-story";
import { lockTier } from "./commands/lock-tier";
import { settleTiers } from "./commands/settle-tiers";
import { unlockTier } from "./commands/unlock-tier";
import { getMemberTier } from "./queries/get-member-tier";
import { tiersDue } from "./run-due";

const database = await testDatabase();

const program: ProgramInput = {
  tiers: [
    { key: "silver", name: "Silver", needs: { points: 400 } },
    { key: "gold", name: "Gold", needs: { points: 1000 }, benefits: ["Coffee counts double"] },
  ],
  qualification: { window: { kind: "calendarYear" } },
  earning: { rules: [onePerUnit] },
};
const on = (day: string) => `${day}T12:00:00+03:00`;
const at = (day: string) => new Date(on(day));

async function openShop(content: ProgramInput = program) {
  const shop = await testMerchant(database, { program: content });
  const { buy, differences } = shopping(database, shop);
  const { id } = await testMember(database, shop, { enrolledAt: at("2025-01-01") });
  const spend = (amount: number, day: string, who = id) => buy(who, { lines: [amount], at: on(day) });
  const due = (day: string) => tiersDue({ actor: shop.job, now: at(day), database });
  const as = (day: string) => ({ actor: shop.actor, now: at(day), database });
  const tier = async (day: string, who = id) =>
    (await getMemberTier.execute(as(day), { id: who })).tier?.key ?? null;
  const stored = async (who = id) => {
    const [row] = await database.sql<{ tier: string | null }[]>`
      select tier from member where merchant_id = ${shop.merchantId} and id = ${who}`;
    return row?.tier ?? null;
  };
  return { shop, id, spend, due, as, tier, stored, differences };
}

test("case 30 by run-due: on 30 January nothing is due, on the 31st Gold becomes Silver, once, also when two run at once", async () => {
  const { spend, due, stored, id, as, differences } = await openShop();
  await spend(100_000, "2025-03-01");
  await spend(60_000, "2026-03-01");
  expect(await due("2027-01-30")).toEqual({ tiersLookedAt: 0, tiersMoved: 0 });
  const [one, other] = await Promise.all([due("2027-01-31"), due("2027-01-31")]);
  expect(one.tiersMoved + other.tiersMoved).toBe(1);
  expect(await stored()).toBe("silver");
  expect(await due("2027-01-31")).toEqual({ tiersLookedAt: 0, tiersMoved: 0 });
  const { rows } = await memberStory.execute(as("2027-02-01"), { id, part: "tier", locale: "en" });
  expect(rows).toMatchObject([
    { tier: "Silver", reason: "lapsed" },
    { tier: "Gold", reason: "reached" },
  ]);
  expect(await differences()).toEqual([]);
});

test("a worker that stops after three of seven members goes on with the other four: each lapses once", async () => {
  const { shop, spend, due } = await openShop();
  const members = await Promise.all(
    Array.from({ length: 7 }, () => testMember(database, shop, { enrolledAt: at("2025-01-01") })),
  );
  for (const { id } of members) await spend(100_000, "2025-03-01", id);
  const job = { actor: shop.job, now: at("2027-02-01"), database };
  expect(await settleTiers.execute(job, { limit: 3 })).toEqual({ looked: 3, moved: 3 });
  expect(await due("2027-02-01")).toEqual({ tiersLookedAt: 4, tiersMoved: 4 });
  const [row] = await database.sql`
    select count(*)::int as lapses from member_tier where merchant_id = ${shop.merchantId} and reason = 'lapsed'`;
  expect(row?.lapses).toBe(7);
});

test("case 30: locked for a reason Gold stays for ten years; unlocked it lasts until the end of the year after, and grace", async () => {
  const { id, due, as, tier, stored } = await openShop();
  await lockTier.execute(as("2026-05-01"), { member: id, tier: "gold", reason: "A founder of the shop" });
  await due("2036-05-01");
  expect(await stored()).toBe("gold");
  expect((await getMemberTier.execute(as("2036-05-01"), { id })).locked).toBe("A founder of the shop");
  await unlockTier.execute(as("2036-05-01"), { member: id, reason: "Moved away" });
  expect(await tier("2038-01-30")).toBe("gold");
  expect(await tier("2038-02-01")).toBe("silver");
  await expect(unlockTier.execute(as("2036-05-02"), { member: id, reason: "again" })).rejects.toMatchObject({
    code: "tier_not_locked",
  });
});

test("a tier that the program does not have, a reason left out and another shop's member are refused by name", async () => {
  const { id, as } = await openShop();
  const { id: foreign } = await openShop();
  const lock = (input: object) =>
    lockTier.execute(as("2026-05-01"), { member: id, tier: "gold", reason: "x", ...input });
  await expect(lock({ tier: "platinum" })).rejects.toMatchObject({
    fields: [{ path: "tier", code: "program.unknown_tier" }],
  });
  await expect(lock({ reason: "  " })).rejects.toMatchObject({ fields: [{ path: "reason" }] });
  await expect(lock({ member: foreign })).rejects.toMatchObject({ code: "not_found" });
  await expect(editMember.execute(as("2026-05-01"), { id, tier: "platinum" })).rejects.toMatchObject({
    fields: [{ path: "tier", code: "program.unknown_tier" }],
  });
});

test("edited to Gold in May 2026 it is kept until the end of 2027, and 30 days", async () => {
  const { id, as, tier } = await openShop();
  await editMember.execute(as("2026-05-01"), { id, tier: "gold" });
  expect(await getMemberTier.execute(as("2026-05-02"), { id })).toMatchObject({
    tier: { key: "gold", benefits: ["Coffee counts double"] },
    until: "2027-12-31",
  });
  expect(await tier("2028-02-01")).toBe("silver");
});

test("tiers published after a year of shopping: 1,200 and 500 of this year are Gold and Silver, 900 of last year none", async () => {
  const { shop, id, spend, due, stored, as } = await openShop({ earning: { rules: [onePerUnit] } });
  const second = await testMember(database, shop, { enrolledAt: at("2025-01-01") });
  const third = await testMember(database, shop, { enrolledAt: at("2025-01-01") });
  await spend(120_000, "2026-02-01");
  await spend(50_000, "2026-02-01", second.id);
  await spend(90_000, "2025-02-01", third.id);
  await applyProgram.execute(as("2026-06-01"), { content: programSchema.parse(program) });
  await due("2026-06-02");
  expect([await stored(), await stored(second.id), await stored(third.id)]).toEqual(["gold", "silver", null]);
  const { rows } = await memberStory.execute(as("2026-06-02"), { id, part: "tier", locale: "en" });
  expect(rows[0]).toMatchObject({ tier: "Gold", reason: "program" });
});

test("twenty purchases of 60.00 at once from 0: 1,200 points, Gold reached once", async () => {
  const { shop, id, spend, stored, as } = await openShop();
  await Promise.all(Array.from({ length: 20 }, () => spend(6000, "2026-03-01")));
  expect(await stored()).toBe("gold");
  const { counted } = await getMemberTier.execute(as("2026-03-02"), { id });
  expect(counted).toEqual({ spend: 120_000, points: 1200, visits: 20, activities: 0 });
  const [row] = await database.sql`
    select count(*)::int as golds from member_tier where merchant_id = ${shop.merchantId} and tier = 'gold'`;
  expect(row?.golds).toBe(1);
});
