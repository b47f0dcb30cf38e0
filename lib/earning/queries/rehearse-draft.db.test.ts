import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { saveDraft } from "@/lib/program/commands/save-draft";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { rehearseDraft } from "./rehearse-draft";

const database = await testDatabase();
// Ids carry the instant at which they are made, and the last purchases are found by them.
const now = new Date();
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

const program: ProgramInput = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [onePerUnit] },
  pointValue: { points: 100, amount: 50 },
};
const draft: ProgramInput = {
  ...program,
  earning: {
    rules: [
      { ...onePerUnit, when: { minimumSpend: 2000 } },
      { key: "visit", name: "A visit", effect: { kind: "bonus", points: 15 } },
    ],
  },
};

async function shopWithDraft() {
  const shop = await testMerchant(database, { program });
  const asking = { actor: shop.actor, database, now };
  const save = (content: ProgramInput) =>
    saveDraft.execute(asking, { content: programSchema.parse(content), revision: 0 });
  return { shop, asking, save, ...shopping(database, shop) };
}

test("15 a visit but nothing below 20.00: 40.00 of one and twice 10.00 of another would give 55 + 30 instead of 40 + 20", async () => {
  const { shop, asking, save, buy } = await shopWithDraft();
  const [ada, bob] = [await testMember(database, shop), await testMember(database, shop)];
  await buy(ada.id, { lines: [4000], at: hoursAgo(50) });
  await buy(bob.id, { lines: [1000], at: hoursAgo(49) });
  await buy(bob.id, { lines: [1000], at: hoursAgo(2) });
  await save(draft);
  const seen = await rehearseDraft.execute(asking, {});
  expect(seen).toMatchObject({ purchases: 3, published: 60, draft: 85, gain: 2, lose: 0, worth: 43 - 30 });
  expect(seen?.days).toBeGreaterThanOrEqual(3);
  expect(seen?.furthest.map(({ id, published, draft }) => [id, draft - published])).toEqual([
    [ada.id, 15],
    [bob.id, 10],
  ]);
});

test("of 40.00 with 30.00 brought back, 10.00 count; what was brought back whole and what is 91 days old do not", async () => {
  const { shop, asking, save, buy, refund } = await shopWithDraft();
  const { id } = await testMember(database, shop);
  await buy(id, { lines: [9900], at: hoursAgo(24 * 91) });
  const half = await buy(id, { lines: [1000, 3000], at: hoursAgo(5) });
  const whole = await buy(id, { lines: [5000], at: hoursAgo(4) });
  await refund(half.purchase.id, { amount: 3000 }, hoursAgo(3));
  await refund(whole.purchase.id, {}, hoursAgo(3));
  await save(draft);
  expect(await rehearseDraft.execute(asking, {})).toMatchObject({ purchases: 1, published: 10, draft: 15 });
});

test("nothing is rehearsed without a draft or without purchases, and a cashier may not ask", async () => {
  const { shop, asking, save, buy } = await shopWithDraft();
  const { id } = await testMember(database, shop);
  await save(draft);
  expect(await rehearseDraft.execute(asking, {})).toBeNull();
  const other = await shopWithDraft();
  await other.buy((await testMember(database, other.shop)).id, { lines: [1000], at: hoursAgo(1) });
  expect(await rehearseDraft.execute(other.asking, {})).toBeNull();
  await buy(id, { lines: [1000], at: hoursAgo(1) });
  const cashier = await shop.staff("cashier");
  await expect(rehearseDraft.execute({ ...asking, actor: cashier }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
