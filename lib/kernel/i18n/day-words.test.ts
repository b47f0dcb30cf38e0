import { expect, test } from "vitest";
import { formatDay, formatDayOf, formatTime, keptTogether } from "./day-words";

test("30 November 2026 is written day first in both languages", () => {
  expect(formatDay("2026-11-30", "en")).toBe("30 November");
  expect(formatDay("2026-11-30", "tr")).toBe("30 Kasım");
  expect(formatDay("2026-11-20", "en", "long")).toBe("Friday 20 November");
  expect(formatDay("2026-11-20", "tr", "long")).toBe("20 Kasım Cuma");
});

test("22:30 UTC on 31 December is already 1 January in Istanbul, at 1:30", () => {
  const instant = new Date("2026-12-31T22:30:00Z");
  expect(formatDayOf(instant, "Europe/Istanbul", "en", "full")).toBe("1 January 2027");
  expect(formatTime(instant, "Europe/Istanbul", "en")).toBe("1:30");
});

test("“e-postayla” is not broken at its hyphen; figures and dashes are left alone", () => {
  expect(keptTogether("bana e-postayla yazsın, 3-4 kez - belki")).toBe(
    "bana e-\u2060postayla yazsın, 3-4 kez - belki",
  );
});
