import { Temporal } from "temporal-polyfill";

/**
 * Days and months as the merchant's clock on the wall has them. A day is written "2026-11-22". Finding it for an instant
 * is on the path of every purchase, so offsets from UTC are remembered; the rarer ways back ask Temporal.
 */

const dayMs = 86_400_000;
const quarterMs = 900_000;

export function isZone(zone: string): boolean {
  try {
    // Offsets such as "+03:00" are accepted by Intl, but they are no zone: they know no summer time.
    return /^[A-Za-z]/.test(zone) && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Local date of an instant. */
export const localDate = (instant: Date, zone: string): string => dayText(wallClock(instant, zone));

export interface LocalParts {
  date: string;
  /** Monday is 1. */
  weekday: number;
  /** Since 00:00 on the clock on the wall, 0 to 1439. */
  minutes: number;
}

export function localParts(instant: Date, zone: string): LocalParts {
  const wall = wallClock(instant, zone);
  const day = Math.floor(wall / dayMs);
  return { date: dayText(wall), weekday: weekdayOf(day), minutes: Math.floor((wall - day * dayMs) / 60_000) };
}

const starts = new Map<string, number>();

/** First instant of a local day; not 00:00 where summer time begins at midnight. */
export function startOfDay(date: string, zone: string): Date {
  const name = `${date} ${zone}`;
  let start = starts.get(name);
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    if (starts.size >= 20_000) starts.clear();
    starts.set(name, start);
  }
  return new Date(start);
}

export const addDays = (date: string, days: number): string => dayText(epochDay(date) * dayMs + days * dayMs);

/** 31 January and one month is the last day of February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return dayText(first.getTime());
}

/** Monday is 1. */
export const weekday = (date: string): number => weekdayOf(epochDay(date));

export interface PeriodKeys {
  day: string;
  week: string;
  month: string;
  year: string;
  ever: string;
}

const periods = new Map<string, PeriodKeys>();

/** Names of the local periods that an instant falls into: `d:2026-11-22`, `w:2026-11-16` (its Monday), `m:2026-11`, ... */
export function periodKeys(instant: Date, zone: string): PeriodKeys {
  const date = localDate(instant, zone);
  let keys = periods.get(date);
  if (!keys) {
    const monday = addDays(date, 1 - weekday(date));
    keys = {
      day: `d:${date}`,
      week: `w:${monday}`,
      month: `m:${date.slice(0, -3)}`,
      year: `y:${date.slice(0, -6)}`,
      ever: "ever",
    };
    if (periods.size >= 20_000) periods.clear();
    periods.set(date, keys);
  }
  return keys;
}

// 1 January 1970 was a Thursday.
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const epochDay = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
};

const dayTexts = new Map<number, string>();

/** The date part of milliseconds that count a clock on the wall as if it were UTC. */
function dayText(wall: number): string {
  const day = Math.floor(wall / dayMs);
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    if (dayTexts.size >= 20_000) dayTexts.clear();
    dayTexts.set(day, text);
  }
  return text;
}

/** The clock on the wall as milliseconds, counted as if it were UTC. */
const wallClock = (instant: Date, zone: string): number => {
  const time = instant.getTime();
  return time + offsetAt(time, zone);
};

interface ZoneOffsets {
  format: Intl.DateTimeFormat;
  /** Offset of each UTC day on which it does not change; NaN for a day on which it does. */
  days: Map<number, number>;
  /** On days of change, by quarter of an hour: zones change on one. */
  quarters: Map<number, number>;
}

const zones = new Map<string, ZoneOffsets>();

function offsetsOf(zone: string): ZoneOffsets {
  let offsets = zones.get(zone);
  if (!offsets) {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    offsets = { format, days: new Map(), quarters: new Map() };
    zones.set(zone, offsets);
  }
  return offsets;
}

function offsetAt(time: number, zone: string): number {
  const offsets = offsetsOf(zone);
  const day = Math.floor(time / dayMs);
  let offset = offsets.days.get(day);
  if (offset === undefined) {
    const first = readOffset(day * dayMs, offsets.format);
    offset = first === readOffset((day + 1) * dayMs, offsets.format) ? first : Number.NaN;
    if (offsets.days.size >= 20_000) offsets.days.clear();
    offsets.days.set(day, offset);
  }
  return Number.isNaN(offset) ? offsetOnDayOfChange(time, offsets) : offset;
}

function offsetOnDayOfChange(time: number, offsets: ZoneOffsets): number {
  const quarter = Math.floor(time / quarterMs);
  let offset = offsets.quarters.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * quarterMs, offsets.format);
    if (offsets.quarters.size >= 20_000) offsets.quarters.clear();
    offsets.quarters.set(quarter, offset);
  }
  return offset;
}

function readOffset(time: number, format: Intl.DateTimeFormat): number {
  const field: Record<string, number> = {};
  for (const part of format.formatToParts(time)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}
