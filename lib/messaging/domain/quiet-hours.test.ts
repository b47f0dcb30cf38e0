import fc from "fast-check";
import { expect, test } from "vitest";
import { mailMayGoAt } from "./quiet-hours";

const zone = "Europe/Istanbul";
const night = { from: "21:00", to: "09:00" };

test.each([
  ["2026-11-20T20:59:00+03:00", "2026-11-20T20:59:00+03:00"],
  ["2026-11-20T21:00:00+03:00", "2026-11-21T09:00:00+03:00"],
  ["2026-11-20T23:59:00+03:00", "2026-11-21T09:00:00+03:00"],
  ["2026-11-21T00:05:00+03:00", "2026-11-21T09:00:00+03:00"],
  ["2026-11-21T08:59:59+03:00", "2026-11-21T09:00:00+03:00"],
  ["2026-11-21T09:00:00+03:00", "2026-11-21T09:00:00+03:00"],
])("quiet from 21:00 until 09:00: what is ready at %s goes at %s", (now, at) => {
  expect(mailMayGoAt(new Date(now), night, zone)).toEqual(new Date(at));
});

test("quiet over lunch: 12:30 waits until 14:00 of the same day", () => {
  const lunch = { from: "12:00", to: "14:00" };
  expect(mailMayGoAt(new Date("2026-11-20T12:30:00+03:00"), lunch, zone)).toEqual(
    new Date("2026-11-20T14:00:00+03:00"),
  );
});

test("the shop's clock decides, also on the night when it goes forward: 01:30 in Berlin waits until 09:00 there", () => {
  expect(mailMayGoAt(new Date("2026-03-29T00:30:00Z"), night, "Europe/Berlin")).toEqual(
    new Date("2026-03-29T07:00:00Z"),
  );
});

test("never earlier than now, never a day later, and what waited may go", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 1439 }),
      (now, from, length) => {
        const clock = (minutes: number) =>
          `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const quiet = { from: clock(from), to: clock((from + length) % 1440) };
        const at = mailMayGoAt(now, quiet, zone);
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(mailMayGoAt(at, quiet, zone)).toEqual(at);
      },
    ),
  );
});

test("without quiet hours mail goes at once", () => {
  const now = new Date("2026-11-20T23:00:00Z");
  expect(mailMayGoAt(now, null, zone)).toBe(now);
});
