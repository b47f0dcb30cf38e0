import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  isZone,
  localDate,
  localParts,
  periodKeys,
  startOfDay,
  weekday,
} from "./calendar";

const istanbul = "Europe/Istanbul";
const zones = [
  istanbul,
  "America/New_York",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "UTC",
];
const zone = fc.constantFrom(...zones);
const instants = fc.date({
  min: new Date("1970-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("case 6: 23:30 in Istanbul on 31 December is 31 December, though UTC says 20:30", () => {
  const instant = new Date("2026-12-31T20:30:00Z");
  expect(localParts(instant, istanbul)).toEqual({ date: "2026-12-31", weekday: 4, minutes: 23 * 60 + 30 });
  expect(periodKeys(instant, istanbul)).toMatchObject({ day: "d:2026-12-31", year: "y:2026" });
});

test("case 6: 00:30 in Istanbul on 1 January is 1 January, though UTC is still in the old year", () => {
  expect(localDate(new Date("2026-12-31T21:30:00Z"), istanbul)).toBe("2027-01-01");
});

test("case 6: all 25 hours of the day on which New York puts the clock back are one day", () => {
  const start = startOfDay("2026-11-01", "America/New_York");
  const next = startOfDay("2026-11-02", "America/New_York");
  expect((next.getTime() - start.getTime()) / 3_600_000).toBe(25);
  for (let hour = 0; hour < 25; hour += 1) {
    const instant = new Date(start.getTime() + hour * 3_600_000);
    expect(periodKeys(instant, "America/New_York").day).toBe("d:2026-11-01");
  }
});

test("the day on which New York puts the clock forward has 23 hours", () => {
  const hours =
    (startOfDay("2026-03-09", "America/New_York").getTime() -
      startOfDay("2026-03-08", "America/New_York").getTime()) /
    3_600_000;
  expect(hours).toBe(23);
});

test("where summer time begins at midnight, the day begins at one o'clock: São Paulo, 15 October 2017", () => {
  const start = startOfDay("2017-10-15", "America/Sao_Paulo");
  expect(start.toISOString()).toBe("2017-10-15T03:00:00.000Z");
  expect(localParts(start, "America/Sao_Paulo")).toEqual({ date: "2017-10-15", weekday: 7, minutes: 60 });
  expect(localDate(new Date(start.getTime() - 1), "America/Sao_Paulo")).toBe("2017-10-14");
});

test("Istanbul kept summer time in 2016 for good: midnight was 22:00 UTC in winter before, and is 21:00 since", () => {
  expect(startOfDay("2015-12-01", istanbul).toISOString()).toBe("2015-11-30T22:00:00.000Z");
  expect(startOfDay("2016-12-01", istanbul).toISOString()).toBe("2016-11-30T21:00:00.000Z");
});

test("half hours count: 18:30 UTC is midnight in Kolkata", () => {
  expect(startOfDay("2026-11-22", "Asia/Kolkata").toISOString()).toBe("2026-11-21T18:30:00.000Z");
});

test("the remembered offsets say what Temporal says, in every zone at every instant", () => {
  fc.assert(
    fc.property(instants, zone, (instant, name) => {
      const wall = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(name);
      expect(localParts(instant, name)).toEqual({
        date: wall.toPlainDate().toString(),
        weekday: wall.dayOfWeek,
        minutes: wall.hour * 60 + wall.minute,
      });
    }),
    { numRuns: 2000 },
  );
});

test("a day begins at the first instant that has its date", () => {
  fc.assert(
    fc.property(instants, zone, (instant, name) => {
      const date = localDate(instant, name);
      const start = startOfDay(date, name);
      expect(localDate(start, name)).toBe(date);
      expect(localDate(new Date(start.getTime() - 1), name) < date).toBe(true);
    }),
  );
});

test("period keys are those of the local day, its Monday, its month and its year", () => {
  fc.assert(
    fc.property(instants, zone, (instant, name) => {
      const keys = periodKeys(instant, name);
      const date = localDate(instant, name);
      const monday = keys.week.slice(2);
      expect(keys).toMatchObject({
        day: `d:${date}`,
        month: `m:${date.slice(0, 7)}`,
        year: `y:${date.slice(0, 4)}`,
        ever: "ever",
      });
      expect(weekday(monday)).toBe(1);
      expect(monday <= date && date < addDays(monday, 7)).toBe(true);
    }),
  );
});

test("22 November 2026 is a Sunday: its week is that of Monday the 16th", () => {
  expect(periodKeys(new Date("2026-11-22T09:00:00Z"), istanbul)).toEqual({
    day: "d:2026-11-22",
    week: "w:2026-11-16",
    month: "m:2026-11",
    year: "y:2026",
    ever: "ever",
  });
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-11-15", 24, "2028-11-15"],
])("case 23: %s and %d months is %s", (date, months, sum) => {
  expect(addMonths(date, months)).toBe(sum);
});

test("months and days are added as Temporal adds them", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -600, max: 600 }), (instant, count) => {
      const date = instant.toISOString().slice(0, 10);
      expect(addMonths(date, count)).toBe(Temporal.PlainDate.from(date).add({ months: count }).toString());
      expect(addDays(date, count)).toBe(Temporal.PlainDate.from(date).add({ days: count }).toString());
    }),
  );
});

test("a zone is a place with rules, not an offset and not a guess", () => {
  expect([istanbul, "UTC", "+03:00", "Europe/Atlantis", ""].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
