import { expect, test } from "vitest";
import { chooseLocale } from "./locale";

test("a reader who chose Turkish gets Turkish whatever the browser asks for", () => {
  expect(chooseLocale("tr", "en-GB,en")).toBe("tr");
});

test("without a choice the browser's best known language wins: de, tr at 0.8 and en at 0.7 is Turkish", () => {
  expect(chooseLocale(undefined, "de-DE,tr-TR;q=0.8,en;q=0.7")).toBe("tr");
});

test("order in the header does not matter, weight does: en at 0.3 before tr at 0.9 is Turkish", () => {
  expect(chooseLocale(undefined, "en;q=0.3, tr;q=0.9")).toBe("tr");
});

test("a language refused with q=0 is not offered", () => {
  expect(chooseLocale(undefined, "tr;q=0, de")).toBe("en");
});

test("a cookie that holds something else, or a header that is nonsense, falls back to English", () => {
  expect(chooseLocale("xx", null)).toBe("en");
  expect(chooseLocale(undefined, ";;q=,,=1")).toBe("en");
});
