import { expect, test } from "vitest";
import { formatPhone, normalisePhone } from "./phone";

test.each([
  "0532 123 45 67",
  "532 123 45 67",
  "(0532) 123-45-67",
  "+90 532 123 45 67",
  "+905321234567",
  "00905321234567",
  "0090 532-123-45-67",
  " 0532.123.4567 ",
  "٠٥٣٢١٢٣٤٥٦٧",
])("case 34: %s, typed in a Turkish shop, is +905321234567", (typed) => {
  expect(normalisePhone(typed, "TR")).toBe("+905321234567");
});

test("a foreign number keeps its country, whatever the shop's", () => {
  expect(normalisePhone("+1 (212) 555-0100", "TR")).toBe("+12125550100");
});

test("without a country only numbers with a country code are read", () => {
  expect(normalisePhone("+90 532 123 45 67")).toBe("+905321234567");
  expect(normalisePhone("0532 123 45 67")).toBeNull();
  expect(normalisePhone("0532 123 45 67", "XX")).toBeNull();
});

test.each([
  "",
  "hello",
  "12345",
  "0532 123 45",
  "0532 123 45 6",
  "call 0532 123 45 67",
  "+",
  "🙂",
  "0532 123 45 67 89 01 23",
])("%j is no phone number", (typed) => {
  expect(normalisePhone(typed, "TR")).toBeNull();
});

test.each([
  ["+905325550101", "TR", "0532 555 01 01"],
  ["+902125550101", "TR", "(0212) 555 01 01"],
  ["+905325550101", "DE", "+90 532 555 01 01"],
  ["+4930901820", "TR", "+49 30 901820"],
  ["+12125550100", "US", "(212) 555-0100"],
  ["+905325550101", "XX", "+90 532 555 01 01"],
  ["not a number", "TR", "not a number"],
])("%s in a shop in %s is written %s, and read back as it was", (number, country, written) => {
  expect(formatPhone(number, country)).toBe(written);
  expect(normalisePhone(written, country) ?? written).toBe(number);
});
