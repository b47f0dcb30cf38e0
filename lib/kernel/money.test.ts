import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocate,
  currencyExponent,
  formatMoney,
  isCurrency,
  parseMoney,
  proportion,
  toDecimal,
} from "./money";

test("yen have no decimals, lira two, Tunisian dinars three", () => {
  expect(["JPY", "TRY", "TND"].map(currencyExponent)).toEqual([0, 2, 3]);
});

test("ISO 4217 decides the decimals, not the daily use that Intl knows: Iraqi dinars have three", () => {
  expect(formatMoney(1500, "IQD", "en")).toBe("IQD\u00a01.500");
});

test.each([
  [18_456_621, "TRY", "en", "₺184,566.21"],
  [18_456_621, "TRY", "tr", "₺184.566,21"],
  [1234, "JPY", "en", "¥1,234"],
  [-4000, "TRY", "en", "\u2212₺40.00"],
  [9_007_199_254_740_991, "USD", "en", "$90,071,992,547,409.91"],
])("%d minor units of %s in %s is %s", (minor, currency, locale, text) => {
  expect(formatMoney(minor, currency, locale)).toBe(text);
});

test("trimmed, 160.00 is ₺160 and 160.50 keeps its decimals", () => {
  expect(formatMoney(16_000, "TRY", "tr", { trim: true })).toBe("₺160");
  expect(formatMoney(16_050, "TRY", "tr", { trim: true })).toBe("₺160,50");
});

test("signed, what comes in has a plus and nothing has no sign", () => {
  expect([500, 0, -500].map((minor) => formatMoney(minor, "TRY", "en", { signed: true }))).toEqual([
    "+₺5.00",
    "₺0.00",
    "\u2212₺5.00",
  ]);
});

test.each([
  ["49.95", 4995],
  ["49.9", 4990],
  ["49", 4900],
  ["49.", 4900],
  ["0.07", 7],
  ["1,234.50", 123_450],
  ["1 234 567.89", 123_456_789],
  ["-12.30", -1230],
  ["\u221212.30", -1230],
  ["+3", 300],
  ["-0.00", 0],
  ["1.100", 110],
])("%s is %d minor units", (text, minor) => {
  expect(parseMoney(text, "TRY")).toBe(minor);
});

test.each([
  "",
  "abc",
  "1.2.3",
  "1,23.00",
  "1e3",
  "NaN",
  "Infinity",
  "0x10",
  ".5",
  "1.234",
  "90071992547409.92",
  "--1",
  "1 2",
])("%j is no amount of lira", (text) => {
  expect(parseMoney(text, "TRY")).toBeNull();
});

test("with a decimal comma, 1.234,50 is 1,234.50", () => {
  expect(parseMoney("1.234,50", "TRY", { decimal: "," })).toBe(123_450);
  expect(parseMoney("1.23", "TRY", { decimal: "," })).toBeNull();
});

test("a float's ten decimals round to cents, halves away from zero", () => {
  const round = { round: true };
  expect(parseMoney("3.9899999999", "USD", round)).toBe(399);
  expect(parseMoney("0.005", "USD", round)).toBe(1);
  expect(parseMoney("-0.005", "USD", round)).toBe(-1);
  expect(parseMoney("0.0049999", "USD", round)).toBe(0);
  expect(parseMoney("10.5", "JPY", round)).toBe(11);
});

test("what is written is read back as the same amount, in every currency", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("JPY", "TRY", "TND", "CLF"), (minor, currency) => {
      expect(parseMoney(toDecimal(minor, currency), currency)).toBe(minor);
    }),
  );
});

test("100 over weights 1, 1, 1 is 34, 33, 33", () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
});

test("20.00 paid with points over lines of 60.00, 30.00 and 10.01 is 12.00, 6.00 and 2.00", () => {
  expect(allocate(2000, [6000, 3000, 1001])).toEqual([1200, 600, 200]);
});

test("weights of nothing share alike, and no weights share nothing", () => {
  expect(allocate(5, [0, 0])).toEqual([3, 2]);
  expect(allocate(5, [])).toEqual([]);
});

test("parts add up to the total, none is off its share by a whole unit, and zero weights get nothing", () => {
  const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  const weights = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(amounts, weights, (total, shares) => {
      const parts = allocate(total, shares);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      const sum = shares.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      for (const [index, part] of parts.entries()) {
        const weight = shares[index] ?? 0;
        const off = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(weight);
        expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true);
        if (weight === 0) expect(part).toBe(0);
      }
    }),
  );
});

test("a third of 100 is 33, half of 1 is 1, and products beyond 2^53 stay exact", () => {
  expect(proportion(100, 1, 3)).toBe(33);
  expect(proportion(1, 1, 2)).toBe(1);
  expect(proportion(1_000_000_000_000, 999_999_999_999, 1_000_000_000_000)).toBe(999_999_999_999);
});

test("a currency is a code that exists", () => {
  expect(["TRY", "EUR", "try", "ABC", ""].map(isCurrency)).toEqual([true, true, false, false, false]);
});
