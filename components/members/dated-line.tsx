import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { DayOf } from "@/components/ui/values";
import { localDate } from "@/lib/kernel/calendar";

/** What the page knows beside the rows. */
export interface Place {
  zone: string;
  currency: string;
  /** The shop's local day. */
  today: string;
}

/** A line of what happened: the day, what, and on the right edge what it moved. */
export function DatedLine({
  at,
  place: { zone, today },
  children,
  moved,
}: {
  at: string;
  place: Place;
  children: ReactNode;
  moved: ReactNode;
}) {
  const locale = useLocale();
  const instant = new Date(at);
  const year = localDate(instant, zone).slice(0, 4);
  return (
    <div className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <span className="text-ink-2">
        <DayOf instant={instant} zone={zone} locale={locale} style="short" />
        <span className="block text-small">
          {year === today.slice(0, 4) ? (
            <DayOf instant={instant} zone={zone} locale={locale} style="weekday" />
          ) : (
            year
          )}
        </span>
      </span>
      <div className="min-w-0">{children}</div>
      <span className="text-right">{moved}</span>
    </div>
  );
}
