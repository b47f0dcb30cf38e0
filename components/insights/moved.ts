import type { DayFigures, Totals } from "@/lib/insights/domain/day-series";

/** Points by day, as the page has them. */
export interface Moved {
  from: string;
  to: string;
  before: number;
  days: DayFigures[];
  totals: Totals;
  bars: { from: string; to: string; totals: Totals }[];
  since: string | null;
}
