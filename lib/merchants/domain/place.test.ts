import { expect, test } from "vitest";
import { countryOf, isCurrency, minorUnits } from "./place";

test.each([
  ["Europe/Istanbul", "EUR", "TR"],
  ["Europe/London", "GBP", "GB"],
  ["America/New_York", "USD", "US"],
  ["europe/berlin", "EUR", "DE"],
  ["UTC", "TRY", "TR"],
  ["UTC", "EUR", "US"],
])("a shop on %s that takes %s is in %s", (timezone, currency, country) => {
  expect(countryOf(timezone, currency)).toBe(country);
});

test("100 kuruş are a lira, a yen is a yen, 1,000 fils are a dinar", () => {
  expect([minorUnits("TRY"), minorUnits("JPY"), minorUnits("KWD")]).toEqual([100, 1, 1000]);
});

test.each(["XYZ", "try", "", "TRYX", "constructor"])("%j is no currency", (code) =>
  expect(isCurrency(code)).toBe(false),
);
