import { expect, test } from "vitest";
import { formatPoints } from "./points";
import { typedNumber } from "./typed-number";

test("1,284 points as the product writes them are read back in the same language", () => {
  for (const locale of ["en", "tr"])
    for (const points of [0, 7, -40, 1284, 1_000_000])
      expect(typedNumber(formatPoints(points, locale), locale), `${locale} ${points}`).toBe(points);
});

test("the other language's mark groups nothing: 1.000 is one in English, 1,5 one and a half in Turkish", () => {
  expect(typedNumber("1.000", "en")).toBe(1);
  expect(typedNumber("1,5", "tr")).toBe(1.5);
  expect(typedNumber("1.000", "tr")).toBe(1000);
});

test("spaces group, too", () => {
  expect(typedNumber(" 12 000 ", "en")).toBe(12_000);
  expect(typedNumber("12\u00a0000", "tr")).toBe(12_000);
});

test("twenty digits are a number, which somebody else may find too large", () => {
  expect(typedNumber("12345678901234567890", "en")).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
});

test.each(["", "a few", "1e3", "12,34", "1,0000", "0x10", "--1", "+5", "1,5"])(
  "%j is no number in English",
  (text) => {
    expect(typedNumber(text, "en")).toBeNull();
  },
);
