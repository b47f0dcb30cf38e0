import { expect, test } from "vitest";
import { crontab } from "../timetable";
import { nextRun, readTimetable } from "./next-run";

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

test("five past every hour: at 09:05 it is 10:05, a minute before it is 09:05", () => {
  const hourly = { job: "a", minute: 5, hour: null };
  expect(nextRun(hourly, at("09:05"))).toEqual(at("10:05"));
  expect(nextRun(hourly, at("09:04"))).toEqual(at("09:05"));
});

test("03:17 at night: at noon it is tomorrow's", () => {
  const nightly = { job: "a", minute: 17, hour: 3 };
  expect(nextRun(nightly, at("12:00"))).toEqual(new Date("2026-11-21T03:17:00Z"));
  expect(nextRun(nightly, at("01:00"))).toEqual(at("03:17"));
});

test("every line of our own timetable is understood", () => {
  expect(readTimetable(crontab).map(({ job }) => job)).toContain("run-due-all");
  expect(readTimetable(crontab)).toHaveLength(crontab.split("\n").length);
  expect(() => readTimetable("*/5 * * * * often")).toThrow("not understood");
});
