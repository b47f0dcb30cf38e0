import { expect, test } from "vitest";
import { addLine, countOf, emptyBasket, linesOf, totalOf, withQuantity } from "./basket";

const coffee = { productType: "coffee", each: 16_000 };
const cake = { productType: "food", each: 24_000 };

test("two coffees at 160 and a cake at 240 are two lines, 560.00 in all", () => {
  const basket = [coffee, cake, coffee].reduce(addLine, emptyBasket("till-1"));
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", quantity: 2, amount: 32_000 },
    { productType: "food", quantity: 1, amount: 24_000 },
  ]);
  expect(totalOf(basket)).toBe(56_000);
  expect(countOf(basket, "coffee")).toBe(2);
});

test("a coffee at 160 and one at 170 stay two lines", () => {
  const basket = addLine(addLine(emptyBasket("till-1"), coffee), { productType: "coffee", each: 17_000 });
  expect(basket.lines.map((line) => line.each)).toEqual([16_000, 17_000]);
});

test("none of the first takes its line off, and its number is not given again", () => {
  const basket = withQuantity(addLine(addLine(emptyBasket("till-1"), coffee), cake), 1, 0);
  expect(addLine(basket, coffee).lines.map((line) => line.no)).toEqual([2, 3]);
});
