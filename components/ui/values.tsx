import { localDate } from "@/lib/kernel/calendar";
import { type DayStyle, formatDay, formatTime } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";

/** An amount of money, never broken over two lines. `minor` is in minor units; `trim` leaves out ".00". */
export function Money({
  minor,
  currency,
  locale,
  trim,
  signed,
}: {
  minor: number;
  currency: string;
  locale: string;
  trim?: boolean;
  signed?: boolean;
}) {
  return <data value={minor}>{formatMoney(minor, currency, locale, { trim, signed })}</data>;
}

/** A number of points. Movements are `signed`: a plus or a real minus sign; balances are not. */
export function Points({ points, locale, signed }: { points: number; locale: string; signed?: boolean }) {
  return <data value={points}>{formatPoints(points, locale, { signed })}</data>;
}

/** A local day ("2026-11-30") in words that do not break. */
export function Day({ date, locale, style }: { date: string; locale: string; style?: DayStyle }) {
  return <time dateTime={date}>{formatDay(date, locale, style)}</time>;
}

/** The local day of an instant, by the merchant's zone. */
export function DayOf({
  instant,
  zone,
  ...rest
}: {
  instant: Date;
  zone: string;
  locale: string;
  style?: DayStyle;
}) {
  return <Day date={localDate(instant, zone)} {...rest} />;
}

/** The hour on the merchant's wall. */
export function Time({ instant, zone, locale }: { instant: Date; zone: string; locale: string }) {
  return <time dateTime={instant.toISOString()}>{formatTime(instant, zone, locale)}</time>;
}
