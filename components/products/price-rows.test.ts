import { expect, test } from "vitest";
import { groupsOf, productsOf, rowFaults, rowsOf } from "./price-rows";

const english = { currency: "TRY", locale: "en" };
const turkish = { currency: "TRY", locale: "tr" };
const latte = { sku: "latte", name: "Latte", price: 17_050, productType: "coffee", group: "Coffee" };

test("170.50 is typed as 170,50 in Turkish, and both are read back as 17,050 kuruş", () => {
  expect(rowsOf([latte], turkish)[0]?.price).toBe("170,50");
  expect(productsOf(rowsOf([latte], turkish), turkish)).toEqual([latte]);
  expect(productsOf(rowsOf([latte], english), english)).toEqual([latte]);
});

test("new products are numbered after their names, never twice, and those that have a number keep it", () => {
  const row = { no: 1, name: "Latte", price: "170", productType: "coffee", group: "Coffee" };
  const rows = [...rowsOf([latte], english), row, { ...row, no: 2 }, { ...row, no: 3, name: "Türk kahvesi" }];
  expect(productsOf(rows, english).map(({ sku }) => sku)).toEqual([
    "latte",
    "latte-2",
    "latte-3",
    "turk-kahvesi",
  ]);
});

test("a name of signs only still gets a number", () => {
  const row = { no: 0, name: "***", price: "1", productType: "coffee", group: "Coffee" };
  expect(productsOf([row], english)[0]?.sku).toBe("product");
});

test("no name, no price and no tab are each named; a price of 0 is none", () => {
  const empty = { no: 7, name: " ", price: "0", productType: "coffee", group: "" };
  expect(rowFaults([...rowsOf([latte], english), empty], english)).toEqual(
    new Map([[7, new Set(["name", "price", "group"])]]),
  );
});

test("tabs stand in the order of their first product", () => {
  expect(groupsOf([{ group: "Coffee" }, { group: "Food" }, { group: "Coffee " }, { group: "" }])).toEqual([
    "Coffee",
    "Food",
  ]);
});
