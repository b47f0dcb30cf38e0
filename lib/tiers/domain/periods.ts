import { addMonths, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { TierWindow } from "../schemas";
import type { PeriodPlace } from "./types";

/**
 * Time as tiers count it: periods in a row, numbered. A rolling window is made of months, the others of one period that
 * is the window itself.
 */

/** The number of the period that an instant is in. */
export function periodOf(at: Date, window: TierWindow, { zone, enrolledAt }: PeriodPlace): number {
  switch (window.kind) {
    case "rolling":
      return monthOf(localDate(at, zone));
    case "calendarYear":
      return Number(localDate(at, zone).slice(0, -6));
    case "membershipYear":
      return yearOfMembership(localDate(at, zone), localDate(enrolledAt, zone));
    case "life":
      return 0;
  }
}

/** The first instant of a period; null for one that never begins, as the next life. */
export function startOfPeriod(
  period: number,
  window: TierWindow,
  { zone, enrolledAt }: PeriodPlace,
): Date | null {
  switch (window.kind) {
    case "rolling":
      return startOfDay(firstOfMonth(period), zone);
    case "calendarYear":
      return startOfDay(`${String(period).padStart(4, "0")}-01-01`, zone);
    case "membershipYear":
      return startOfDay(addMonths(localDate(enrolledAt, zone), 12 * period), zone);
    case "life":
      return null;
  }
}

/** How many periods the window is long. */
export const periodsIn = (window: TierWindow): number => (window.kind === "rolling" ? window.months : 1);

const letters = { rolling: "m", calendarYear: "y", membershipYear: "a" } as const;

/** The name under which a period is counted. */
export const periodKey = (period: number, window: TierWindow): string =>
  window.kind === "life" ? "all" : `${letters[window.kind]}${period}`;

/** The number in the name of a period; null for a name that another kind of window has given. */
export function periodOfKey(key: string, window: TierWindow): number | null {
  if (window.kind === "life") return key === "all" ? 0 : null;
  return key.startsWith(letters[window.kind]) ? Number(key.slice(1)) : null;
}

const monthOf = (date: string): number => {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return year * 12 + month - 1;
};

const firstOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** 0 from the day of joining on; before it, for what was imported, -1 and so on. */
function yearOfMembership(date: string, joined: string): number {
  const years = Math.floor((monthOf(date) - monthOf(joined)) / 12);
  if (date < addMonths(joined, 12 * years)) return years - 1;
  return date < addMonths(joined, 12 * (years + 1)) ? years : years + 1;
}
