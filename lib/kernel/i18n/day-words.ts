import { localDate } from "../calendar";

const styles = {
  /** 30 November */
  day: { day: "numeric", month: "long" },
  /** 20 Nov: on the axis of a chart */
  short: { day: "numeric", month: "short" },
  /** Fri 20 Nov */
  brief: { weekday: "short", day: "numeric", month: "short" },
  /** Friday 20 November */
  long: { weekday: "long", day: "numeric", month: "long" },
  /** 30 November 2027 */
  full: { day: "numeric", month: "long", year: "numeric" },
  /** Thu */
  weekday: { weekday: "short" },
  /** Thursday */
  weekdayLong: { weekday: "long" },
  /** November */
  month: { month: "long" },
  /** November 2026 */
  monthYear: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A local day, "2026-11-30", in words: "30 November", "30 Kasım". English dates are written as in Britain, day
 * first, for readers outside the United States are most of ours.
 */
export function formatDay(date: string, locale: string, style: DayStyle = "day"): string {
  return format(locale, "UTC", style, styles[style]).format(new Date(`${date}T00:00:00Z`));
}

/** The local day of an instant in words, see formatDay. */
export function formatDayOf(instant: Date, zone: string, locale: string, style: DayStyle = "day"): string {
  return formatDay(localDate(instant, zone), locale, style);
}

/** A local day with its year unless it is this year's: what expired in another December is not still to come. */
export const formatDayNear = (date: string, locale: string, today: string): string =>
  formatDay(date, locale, date.slice(0, 4) === today.slice(0, 4) ? "day" : "full");

/** A day of the week, Monday is 1: "Mon". 1 January 2024 was a Monday. */
export const formatWeekday = (day: number, locale: string): string =>
  formatDay(`2024-01-0${day}`, locale, "weekday");

/** The same of an instant. */
export const formatDayNearOf = (
  instant: Date,
  { zone, locale, today }: { zone: string; locale: string; today: string },
): string => formatDayNear(localDate(instant, zone), locale, today);

/** Words that stay on one line: a date does not break. */
export const unbroken = (words: string): string => words.replaceAll(" ", "\u00a0");

/** Words with a hyphen inside stay on one line, too: "e-posta". */
export const keptTogether = (words: string): string => words.replace(/(\p{L})-(?=\p{L})/gu, "$1-\u2060");

/** The hour of an instant on the merchant's wall: "8:42", "14:05". */
export function formatTime(instant: Date, zone: string, locale: string): string {
  return format(locale, zone, "time", { hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );
}

/** An hour of the shop's settings, "07:00", as `formatTime` writes one: "7:00". */
export const clockWords = (clock: string): string => clock.replace(/^0(?=\d:)/, "");

function format(locale: string, zone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${name}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}
