import { expect, test } from "vitest";
import { normalisePhone } from "./phone";

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

test.each(["", "hello", "12345", "0532 123 45", "call 0532 123 45 67", "+", "🙂", "0532 123 45 67 89 01 23"])(
  "%j is no phone number",
  (typed) => {
    expect(normalisePhone(typed, "TR")).toBeNull();
  },
);
