import { expect, test } from "vitest";
import { usualRhythm } from "./usual-rhythm";

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day));
const visits = (purchaseCount: number, first: number, last: number) => ({
  purchaseCount,
  firstPurchaseAt: at(first),
  lastPurchaseAt: at(last),
});

test("five purchases over 24 days are one every 6; twelve days later is not yet unusual, thirteen are", () => {
  expect(usualRhythm(visits(5, 0, 24), at(36))).toEqual({ usually: 6, missed: false });
  expect(usualRhythm(visits(5, 0, 24), at(37))).toEqual({ usually: 6, missed: true });
});

test("three purchases are no rhythm, nor are four at one instant, nor none", () => {
  expect(usualRhythm(visits(3, 0, 24), at(300))).toBeNull();
  expect(usualRhythm(visits(4, 7, 7), at(300))).toBeNull();
  expect(usualRhythm({ purchaseCount: 0, firstPurchaseAt: null, lastPurchaseAt: null }, at(1))).toBeNull();
});

test("several a day are told as every day", () => {
  expect(usualRhythm(visits(10, 0, 1), at(1))).toEqual({ usually: 1, missed: false });
});
