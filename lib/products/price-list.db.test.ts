import { expect, test } from "vitest";
import { shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { savePriceList } from "./commands/save-price-list";
import { getPriceList } from "./queries/get-price-list";
import { mostSold } from "./queries/most-sold";

const database = await testDatabase();
const now = new Date("2026-11-26T09:00:00Z");

const latte = { sku: "latte", name: "Latte", price: 17_000, productType: "coffee", group: "Coffee" };
const simit = { sku: "simit", name: "Simit", price: 5_000, productType: "food", group: "Food" };

async function open() {
  const shop = await testMerchant(database);
  return { ...shop, as: { actor: shop.actor, now, database } };
}

test("a shop that wrote none has an empty list; two saved products come back in their order", async () => {
  const { as } = await open();
  expect(await getPriceList.execute(as, {})).toEqual({ products: [], revision: 0 });
  expect(await savePriceList.execute(as, { products: [simit, latte], revision: 0 })).toEqual({ revision: 1 });
  expect(await getPriceList.execute(as, {})).toEqual({ products: [simit, latte], revision: 1 });
});

test("of two people who save over the same revision at once, one is told of the other", async () => {
  const { as } = await open();
  const first = await Promise.allSettled([
    savePriceList.execute(as, { products: [latte], revision: 0 }),
    savePriceList.execute(as, { products: [simit], revision: 0 }),
  ]);
  const refusals = first.filter((outcome) => outcome.status === "rejected");
  expect(refusals.map(({ reason }) => reason.code)).toEqual(["products_changed"]);
  await expect(savePriceList.execute(as, { products: [], revision: 0 })).rejects.toMatchObject({
    code: "products_changed",
  });
  expect((await getPriceList.execute(as, {})).revision).toBe(1);
});

test("a price of 0, one with a fraction, a name of spaces and a number given twice are each named", async () => {
  const { as } = await open();
  const products = [{ ...latte, price: 0 }, { ...simit, price: 10.5, name: "  " }, latte];
  await expect(savePriceList.execute(as, { products, revision: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: expect.arrayContaining([
      expect.objectContaining({ path: "products.0.price" }),
      expect.objectContaining({ path: "products.1.price" }),
      expect.objectContaining({ path: "products.1.name" }),
    ]),
  });
  await expect(
    savePriceList.execute(as, { products: [latte, simit, latte], revision: 0 }),
  ).rejects.toMatchObject({ fields: [{ path: "products.2.sku", code: "product.sku_twice" }] });
});

test("a cashier reads the list and may not save it, and another shop's list is out of reach", async () => {
  const [mine, theirs] = [await open(), await open()];
  await savePriceList.execute(mine.as, { products: [latte], revision: 0 });
  const cashier = { ...mine.as, actor: await mine.staff("cashier") };
  expect((await getPriceList.execute(cashier, {})).products).toEqual([latte]);
  await expect(savePriceList.execute(cashier, { products: [], revision: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await getPriceList.execute(theirs.as, {})).products).toEqual([]);
});

test("3 simits less 2 given back are 1: two lattes are sold more, and what has no article number is not counted", async () => {
  const shop = await open();
  const { id } = await testMember(database, shop);
  const buy = (lines: { productType: string; sku?: string; quantity?: number; amount: number }[]) =>
    recordPurchase.execute(shop.as, {
      externalId: `p-${lines[0]?.sku}-${lines.length}`,
      member: { id },
      occurredAt: now.toISOString(),
      lines,
    });
  const { purchase } = await buy([{ productType: "food", sku: "simit", quantity: 3, amount: 15_000 }]);
  await buy([
    { productType: "coffee", sku: "latte", quantity: 2, amount: 34_000 },
    { productType: "coffee", amount: 9_000 },
  ]);
  expect(await mostSold.execute(shop.as, {})).toEqual(["simit", "latte"]);
  await shopping(database, shop).refund(
    purchase.id,
    { lines: [{ id: "1", quantity: 2 }] },
    now.toISOString(),
  );
  expect(await mostSold.execute(shop.as, {})).toEqual(["latte", "simit"]);
});
