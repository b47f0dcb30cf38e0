import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { saveDraft } from "@/lib/program/commands/save-draft";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { recordPurchase } from "../commands/record-purchase";
import { previewPurchase } from "./preview-purchase";
import { quotePurchase } from "./quote-purchase";
import { simulatePurchase } from "./simulate-purchase";

const database = await testDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const program = (points: number): ProgramInput => ({
  productTypes: [{ key: "coffee", name: "Coffee" }],
  tiers: [{ key: "gold", name: "Gold" }],
  earning: {
    caps: [{ per: "day", points: 100 }],
    rules: [
      { key: "one", name: "One", effect: { kind: "rate", points, per: 100 } },
      {
        key: "gold",
        name: "Gold",
        when: { tiers: ["gold"] },
        effect: { kind: "multiplier", factor: 20_000 },
      },
    ],
  },
});

const basket = (amount: number) => ({
  occurredAt: now.toISOString(),
  lines: [{ productType: "coffee", amount }],
});

async function shopWithDraft() {
  const shop = await testMerchant(database, { program: program(1) });
  const asking = { actor: shop.actor, database, now };
  await saveDraft.execute(asking, { content: programSchema.parse(program(3)), revision: 0 });
  return { shop, asking };
}

test("20.00 of coffee: 20 as published, 60 in the draft at 3 a unit, twice that for Gold up to the 100 of a day", async () => {
  const { asking } = await shopWithDraft();
  const points = async (tier: string | null) => {
    const { results } = await simulatePurchase.execute(asking, {
      ...basket(2_000),
      member: { tier, firstPurchase: false },
      on: ["draft", "published"],
      locale: "en",
    });
    return results.map((result) => result?.points);
  };
  expect(await points(null)).toEqual([60, 20]);
  expect(await points("gold")).toEqual([100, 40]);
});

test("a member who has used 80 of the day's 100 gets 20 more, and nothing of the simulation is written", async () => {
  const { shop, asking } = await shopWithDraft();
  const { id } = await testMember(database, shop);
  const purchase = { ...basket(8_000), externalId: "real", member: { id } };
  await recordPurchase.execute(asking, purchase);
  const count = () => database.sql`
    select (select count(*) from purchase where merchant_id = ${shop.merchantId}) as purchases,
      (select count(*) from ledger_entry where merchant_id = ${shop.merchantId}) as entries,
      (select count(*) from audit_event where merchant_id = ${shop.merchantId}) as audits`;
  const before = await count();
  const { results } = await simulatePurchase.execute(asking, {
    ...basket(8_000),
    member: { id },
    on: ["draft", "published", 1],
    locale: "tr",
  });
  expect(results.map((result) => [result?.version, result?.points])).toEqual([
    [null, 20],
    [1, 20],
    [1, 20],
  ]);
  expect(await count()).toEqual(before);
});

test("what the till shows before recording is what the quote and the record say: 42 points, 42 afterwards", async () => {
  const { shop, asking } = await shopWithDraft();
  const { id } = await testMember(database, shop);
  const preview = await previewPurchase.execute(asking, { ...basket(4_200), member: { id }, locale: "en" });
  const purchase = { ...basket(4_200), externalId: "next", member: { id } };
  const quote = await quotePurchase.execute(asking, purchase);
  const recorded = await recordPurchase.execute(asking, purchase);
  expect(preview).toMatchObject({ points: 42, balanceAfter: 42, held: null });
  expect(quote.award).toMatchObject({ points: 42, balance: 42 });
  expect(recorded.award).toMatchObject({ points: 42, balance: 42 });
});

test("a bonus of 5 for a first purchase is not shown for one of the hour before a recorded one: 1, and 1 when it is recorded", async () => {
  const effect = { kind: "bonus", points: 5 } as const;
  const content = program(1);
  content.earning?.rules?.push({ key: "first", name: "First", when: { firstPurchase: true }, effect });
  const shop = await testMerchant(database, { program: content });
  const asking = { actor: shop.actor, database, now };
  const member = { id: (await testMember(database, shop)).id };
  const first = await recordPurchase.execute(asking, { ...basket(100), externalId: "first", member });
  const before = { ...basket(100), member, occurredAt: new Date(now.getTime() - 3_600_000).toISOString() };
  const preview = await previewPurchase.execute(asking, { ...before, locale: "en" });
  const late = await recordPurchase.execute(asking, { ...before, externalId: "late" });
  expect([first.award.points, preview.points, late.award.points]).toEqual([6, 1, 1]);
});

test("without a draft there is no result for it, a version that never was is not found, and a cashier may not simulate", async () => {
  const shop = await testMerchant(database, { program: program(1) });
  const asking = { actor: shop.actor, database, now };
  const asked = { ...basket(100), member: { tier: null, firstPurchase: true }, locale: "en" as const };
  const { results } = await simulatePurchase.execute(asking, { ...asked, on: ["draft", "in-force"] });
  expect(results.map((result) => result?.points ?? null)).toEqual([null, 1]);
  await expect(simulatePurchase.execute(asking, { ...asked, on: [7] })).rejects.toMatchObject({
    code: "not_found",
  });
  const cashier = await shop.staff("cashier");
  await expect(
    simulatePurchase.execute({ ...asking, actor: cashier }, { ...asked, on: ["published"] }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
