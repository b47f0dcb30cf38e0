import { expect, test } from "vitest";
import {
  clockWords,
  formatDay,
  formatDayNear,
  formatDayNearOf,
  formatDayOf,
  formatTime,
  keptTogether,
} from "./day-words";

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

test("a shop that opens at 07:00 says so as a visit at seven does, in both languages; midnight and noon stay", () => {
  const visit = new Date("2026-11-27T04:00:00Z");
  for (const locale of ["en", "tr"]) {
    expect(clockWords("07:00")).toBe(formatTime(visit, "Europe/Istanbul", locale));
  }
  expect(["00:30", "12:00", "24:00"].map(clockWords)).toEqual(["0:30", "12:00", "24:00"]);
});

test("“e-postayla” is not broken at its hyphen; figures and dashes are left alone", () => {
  expect(keptTogether("bana e-postayla yazsın, 3-4 kez - belki")).toBe(
    "bana e-\u2060postayla yazsın, 3-4 kez - belki",
  );
});

test("what expired on 21 December of last year says so in November: this year's days go without a year", () => {
  const place = { zone: "Europe/Istanbul", locale: "en", today: "2026-11-27" };
  expect(formatDayNearOf(new Date("2025-12-21T10:00:00Z"), place)).toBe("21 December 2025");
  expect(formatDayNearOf(new Date("2026-12-21T10:00:00Z"), place)).toBe("21 December");
  // New Year's Eve in London is next year in Istanbul.
  expect(formatDayNearOf(new Date("2026-12-31T22:00:00Z"), place)).toBe("1 January 2027");
  expect(formatDayNear("2027-04-23", "tr", "2026-11-27")).toBe("23 Nisan 2027");
});
