import { expect, test } from "vitest";
import {
  addLine,
  countOfProduct,
  countOfType,
  emptyBasket,
  linesOf,
  needsAnswer,
  soldProduct,
  tenderOf,
  totalOf,
  withQuantity,
} from "./basket";

const coffee = { productType: "coffee", each: 16_000 };
const cake = { productType: "food", each: 24_000 };
const flatWhite = soldProduct({
  sku: "flat-white",
  name: "Flat white",
  productType: "coffee",
  price: 16_000,
  group: "Coffee",
});

test("two coffees at 160 and a cake at 240 are two lines, 560.00 in all", () => {
  const basket = [coffee, cake, coffee].reduce(addLine, emptyBasket("till-1"));
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", quantity: 2, amount: 32_000 },
    { productType: "food", quantity: 1, amount: 24_000 },
  ]);
  expect(totalOf(basket)).toBe(56_000);
  expect(countOfType(basket, "coffee")).toBe(2);
});

test("a coffee at 160 and one at 170 stay two lines", () => {
  const basket = addLine(addLine(emptyBasket("till-1"), coffee), { productType: "coffee", each: 17_000 });
  expect(basket.lines.map((line) => line.each)).toEqual([16_000, 17_000]);
});

test("two flat whites off the list and 160 of coffee keyed by hand are two lines, counted apart", () => {
  const basket = [flatWhite, coffee, flatWhite].reduce(addLine, emptyBasket("till-1"));
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", sku: "flat-white", name: "Flat white", quantity: 2, amount: 32_000 },
    { productType: "coffee", quantity: 1, amount: 16_000 },
  ]);
  expect([countOfProduct(basket, "flat-white"), countOfType(basket, "coffee")]).toEqual([2, 1]);
});

test("none of the first takes its line off, and its number is not given again", () => {
  const basket = withQuantity(addLine(addLine(emptyBasket("till-1"), coffee), cake), 1, 0);
  expect(addLine(basket, coffee).lines.map((line) => line.no)).toEqual([2, 3]);
});

test("480 points pay a part: they are sent, and the basket cannot wait; none, or 0 still being keyed, are not and it can", () => {
  expect(tenderOf({ points: 480 })).toEqual({ tender: [{ type: "points", points: 480 }] });
  expect([tenderOf({}), tenderOf({ points: 0 })]).toEqual([{}, {}]);
  expect([{ points: 480 }, {}, { points: 0 }].map(needsAnswer)).toEqual([true, false, false]);
});
