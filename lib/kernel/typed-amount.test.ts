import { expect, test } from "vitest";
import { typedAmount } from "./typed-amount";

test("160,5 and 160.5 are 160.50 in both languages", () => {
  for (const locale of ["en", "tr"]) {
    expect(typedAmount("160,5", "TRY", locale)).toBe(16_050);
    expect(typedAmount("160.5", "TRY", locale)).toBe(16_050);
  }
});

test("1.600 is sixteen hundred where a dot groups, 1,600 where a comma does", () => {
  expect(typedAmount("1.600", "TRY", "tr")).toBe(160_000);
  expect(typedAmount("1,600", "TRY", "en")).toBe(160_000);
});

test("words, three decimals and nothing at all are no amount", () => {
  expect(typedAmount("ten", "TRY", "en")).toBeNull();
  expect(typedAmount("1.605", "TRY", "en")).toBeNull();
  expect(typedAmount("", "TRY", "tr")).toBeNull();
});
