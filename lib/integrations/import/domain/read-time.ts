import { Temporal } from "temporal-polyfill";
import { addDays, startOfDay } from "@/lib/kernel/calendar";

/** Reads a timestamp as an instant (ms since 1970); null when it is none. */
export type TimeReader = (text: string) => number | null;

const tokens = {
  YYYY: "(?<year>\\d{4})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  Z: "(?<offset>Z|[+-]\\d{2}:?\\d{2})",
} as const;

const iso =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?\s?(?<offset>Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A reader of times written as `format` says: `YYYY MM DD HH mm ss`, with `M D H` for one or two digits and `Z` for an
 * offset; anything else stands for itself. Also `unix` (seconds) and `unixMilliseconds`. Absent: ISO 8601, with a space
 * or a T, with or without a time. What has no offset is read by the clock of `zone`. Null when the format has no date.
 */
export function timeReader(format: string | undefined, zone: string): TimeReader | null {
  if (format === "unix") return (text) => (/^\d{1,12}$/.test(text) ? Number(text) * 1000 : null);
  if (format === "unixMilliseconds") return (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null);
  const pattern = format === undefined ? iso : patternOf(format);
  return pattern && ((text) => readTime(pattern.exec(text)?.groups, zone));
}

function patternOf(format: string): RegExp | null {
  const source = format.replace(/YYYY|MM|M|DD|D|HH|H|mm|ss|Z|[^A-Za-z0-9\s]/g, (found) =>
    found in tokens ? tokens[found as keyof typeof tokens] : `\\${found}`,
  );
  try {
    const pattern = new RegExp(`^${source}$`);
    return ["year", "month", "day"].every((part) => source.includes(`<${part}>`)) ? pattern : null;
  } catch {
    // The same part twice.
    return null;
  }
}

function readTime(parts: Record<string, string | undefined> | undefined, zone: string): number | null {
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour, minute, second] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
  ].map((part) => Number(parts[part] ?? 0));
  if (!isDate(year, month, day) || hour === undefined || minute === undefined || second === undefined)
    return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * 1000;
  if (parts.offset) return Date.UTC(year, month - 1, day) + sinceMidnight - offsetMs(parts.offset);
  return onTheClock(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, sinceMidnight, zone);
}

const dayMs = 86_400_000;

/** A time that the clock shows twice is the first of the two; one that it skips is as much later. */
function onTheClock(date: string, sinceMidnight: number, zone: string): number {
  const start = startOfDay(date, zone).getTime();
  if (startOfDay(addDays(date, 1), zone).getTime() - start === dayMs) return start + sinceMidnight;
  return Temporal.PlainDateTime.from(date).add({ milliseconds: sinceMidnight }).toZonedDateTime(zone)
    .epochMilliseconds;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const digits = offset.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");
