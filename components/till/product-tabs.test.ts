import { expect, test } from "vitest";
import { productTabs } from "./product-tabs";

const product = (sku: string, group: string) => ({ sku, name: sku, price: 100, productType: "any", group });
const skus = (tabs: ReturnType<typeof productTabs>) =>
  tabs.map((tab) => [tab.group, tab.products.map(({ sku }) => sku)]);

const list = [product("tea", "Drinks"), product("latte", "Drinks"), product("simit", "Food")];

test("what is sold most comes first, what was never sold after it in the order of the list", () => {
  expect(skus(productTabs(list, ["simit", "gone", "latte"]))).toEqual([
    [null, ["simit", "latte", "tea"]],
    ["Drinks", ["tea", "latte"]],
    ["Food", ["simit"]],
  ]);
});

test("of 20 products the first tab has 12", () => {
  const many = Array.from({ length: 20 }, (_, index) => product(`p${index}`, index % 2 ? "Odd" : "Even"));
  expect(productTabs(many, [])[0]?.products).toHaveLength(12);
});

test("a single short group is the only tab, and no products are no tabs", () => {
  expect(skus(productTabs([product("tea", "Drinks")], ["tea"]))).toEqual([["Drinks", ["tea"]]]);
  expect(productTabs([], ["tea"])).toEqual([]);
});
