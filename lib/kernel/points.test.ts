import { expect, test } from "vitest";
import { formatPoints, wholePoints } from "./points";

test("1284 points are 1,284 in English and 1.284 in Turkish", () => {
  expect(formatPoints(1284, "en")).toBe("1,284");
  expect(formatPoints(1284, "tr")).toBe("1.284");
});

test("a movement has its sign, a real minus; a balance only when it is below zero", () => {
  expect([47, 0, -350].map((points) => formatPoints(points, "en", { signed: true }))).toEqual([
    "+47",
    "0",
    "\u2212350",
  ]);
  expect(formatPoints(-80, "tr")).toBe("\u221280");
});

test("half a point, or more of them than can be counted, is refused", () => {
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => wholePoints(value)).toThrow(RangeError);
  }
});
