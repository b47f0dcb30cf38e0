import { expect, test } from "vitest";
import { addDays } from "@/lib/kernel/calendar";
import { furthest, usualDays } from "./usual-days";

const last = "2026-11-25";

/** 20 purchases every day of nine weeks, and what is said otherwise. */
function counts(other: Record<string, number> = {}): Map<string, number> {
  const days = Array.from({ length: 70 }, (_, index) => [addDays(last, -index), 20] as const);
  return new Map([...days, ...Object.entries(other)]);
}

test("20 on every day and 50 last Tuesday: Tuesday stands out by 30, the other six days are as usual", () => {
  const days = usualDays(counts({ "2026-11-24": 50 }), last, "2026-01-01");
  expect(days).toHaveLength(7);
  expect(furthest(days)).toEqual({ day: "2026-11-24", count: 50, usual: 20, standsOut: true });
  expect(days.filter((day) => day.standsOut)).toHaveLength(1);
});

test("25 against 20 is within what chance makes of 20, so nothing stands out", () => {
  expect(furthest(usualDays(counts({ "2026-11-24": 25 }), last, "2026-01-01"))).toBeNull();
});

test("a weekday that has been anything from 5 to 35 does not stand out at 40", () => {
  const wild = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((week) => [addDays("2026-11-24", -7 * week), week % 2 ? 5 : 35]),
  );
  expect(furthest(usualDays(counts({ ...wild, "2026-11-24": 40 }), last, "2026-01-01"))).toBeNull();
});

test("a shop that opened three weeks ago has no usual day yet", () => {
  const days = usualDays(counts(), last, addDays(last, -21));
  expect(days.every((day) => day.usual === null && !day.standsOut)).toBe(true);
});

test("a day on which nobody came counts as 0, in the past and now", () => {
  const days = usualDays(counts({ "2026-11-24": 0 }), last, "2026-01-01");
  expect(furthest(days)).toMatchObject({ day: "2026-11-24", count: 0, usual: 20 });
});
