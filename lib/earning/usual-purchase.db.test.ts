import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "./commands/record-purchase";
import { refundPurchase } from "./commands/refund-purchase";
import { usualPurchase } from "./queries/usual-purchase";

const database = await testDatabase();
const now = new Date("2026-11-26T09:00:00Z");

async function open() {
  const shop = await testMerchant(database);
  const as = { actor: shop.actor, now, database };
  const { id } = await testMember(database, shop);
  let visits = 0;
  return {
    usual: () => usualPurchase.execute(as, { id }),
    usualOf: (member: string) => usualPurchase.execute(as, { id: member }),
    visit: async (...skus: string[]) => {
      visits += 1;
      const { purchase } = await recordPurchase.execute(as, {
        externalId: `visit-${visits}`,
        member: { id },
        occurredAt: new Date(now.getTime() - (100 - visits) * 3_600_000).toISOString(),
        lines: skus.map((sku) => ({ productType: "coffee", sku, name: sku.toUpperCase(), amount: 100 })),
      });
      return purchase.id;
    },
    giveBack: (purchase: string) => refundPurchase.execute(as, { purchase, externalId: `back-${purchase}` }),
    id,
  };
}

test("a latte on 3 of 4 visits is usual, two on one visit count once", async () => {
  const { visit, usual } = await open();
  await visit("latte", "simit");
  await visit("latte");
  expect(await usual()).toBeNull();
  await visit("simit", "simit");
  await visit("latte");
  expect(await usual()).toEqual({ sku: "latte", name: "LATTE" });
});

test("a latte on 2 of 4 visits is not, nor is one that was given back", async () => {
  const { visit, usual, giveBack } = await open();
  await visit("latte");
  const last = await visit("latte");
  await visit("tea");
  expect(await usual()).toEqual({ sku: "latte", name: "LATTE" });
  await giveBack(last);
  expect(await usual()).toBeNull();
});

test("of 25 visits the latest 20 count: 11 teas win over 14 lattes that came before", async () => {
  const { visit, usual } = await open();
  for (let count = 0; count < 14; count += 1) await visit("latte");
  for (let count = 0; count < 11; count += 1) await visit("tea");
  expect(await usual()).toEqual({ sku: "tea", name: "TEA" });
});

test("a member of another shop has no habits here", async () => {
  const [mine, theirs] = [await open(), await open()];
  for (let count = 0; count < 3; count += 1) await theirs.visit("latte");
  expect(await mine.usualOf(theirs.id)).toBeNull();
});
