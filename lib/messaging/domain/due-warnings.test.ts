import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/calendar";
import { type DueWarning, dueWarnings, farthestAhead, type Losing, sentKey } from "./due-warnings";

const days = [30, 7, 1];
const lost = (lastDay: string, points = 100): Losing => ({ lastDay, points });
const steps = (losing: Losing[], today: string, ...sent: [string, number][]) =>
  dueWarnings(losing, { today, days, sent: new Set(sent.map(([day, step]) => sentKey(day, step))) }).map(
    ({ lastDay, daysBefore }) => [lastDay, daysBefore],
  );

describe("100 points through 30 November", () => {
  const november = [lost("2026-11-30")];

  test.each([
    ["2026-10-30", []],
    ["2026-10-31", [["2026-11-30", 30]]],
    ["2026-11-22", [["2026-11-30", 30]]],
    ["2026-11-23", [["2026-11-30", 7]]],
    ["2026-11-29", [["2026-11-30", 1]]],
    ["2026-11-30", [["2026-11-30", 1]]],
    ["2026-12-01", []],
  ])("on %s: %j", (today, told) => expect(steps(november, today)).toEqual(told));

  test("told 30 days before: not again before the 7th day", () => {
    expect(steps(november, "2026-11-01", ["2026-11-30", 30])).toEqual([]);
    expect(steps(november, "2026-11-23", ["2026-11-30", 30])).toEqual([["2026-11-30", 7]]);
  });

  test("no worker ran until the 6th day before: told once, as 7 days before", () => {
    expect(steps(november, "2026-11-24")).toEqual([["2026-11-30", 7]]);
    expect(steps(november, "2026-11-25", ["2026-11-30", 7])).toEqual([]);
  });
});

test("what is near behind goes with the mail: on the 30th day before, the week after it too, but not the 8th day", () => {
  const losing = [lost("2026-11-30"), lost("2026-12-07"), lost("2026-12-08")];
  expect(steps(losing, "2026-10-31")).toEqual([
    ["2026-11-30", 30],
    ["2026-12-07", 30],
  ]);
});

test("what is near behind is no reason for a mail of its own", () => {
  expect(steps([lost("2026-12-07")], "2026-11-05")).toEqual([]);
});

test("a program that tells nobody tells nothing", () => {
  expect(dueWarnings([lost("2026-11-30")], { today: "2026-11-29", days: [], sent: new Set() })).toEqual([]);
});

const lives = fc.record({
  lostOn: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 60 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
});

/** Runs day by day, as the worker does, and notes what was told. */
function live({ lostOn, days }: { lostOn: number[]; days: number[] }) {
  const first = "2026-01-01";
  const losing = lostOn.map((day) => lost(addDays(first, day)));
  const sent = new Set<string>();
  const mails: { today: string; told: DueWarning[] }[] = [];
  for (let day = -70; day <= 121; day++) {
    const today = addDays(first, day);
    const told = dueWarnings(losing, { today, days, sent });
    for (const one of told) sent.add(sentKey(one.lastDay, one.daysBefore));
    if (told.length > 0) mails.push({ today, told });
  }
  return { losing, mails };
}

test("run every day, each day that is lost is told once for each step, on time or up to a quarter of the step earlier", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { losing, mails } = live(life);
      const told = mails.flatMap(({ today, told }) => told.map((one) => ({ today, ...one })));
      const keys = told.map((one) => sentKey(one.lastDay, one.daysBefore));
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toHaveLength(losing.length * life.days.length);
      for (const { today, lastDay, daysBefore } of told) {
        const left = (Date.parse(lastDay) - Date.parse(today)) / 86_400_000;
        expect(left).toBeGreaterThanOrEqual(daysBefore);
        expect(left).toBeLessThanOrEqual(daysBefore + Math.floor(daysBefore / 4));
        expect(left).toBeLessThanOrEqual(farthestAhead(life.days));
      }
    }),
  );
});

test("points lost on each of 60 days, told 30 days before: 8 mails, not 60", () => {
  const { mails } = live({ lostOn: Array.from({ length: 60 }, (_, day) => day), days: [30] });
  expect(mails).toHaveLength(8);
});
