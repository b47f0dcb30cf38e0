import { addDays } from "@/lib/kernel/calendar";

export interface DayRow {
  day: string;
  purchases: number;
  /** Minor units, refunds taken off. */
  revenue: number;
  enrolled: number;
}

export interface Span {
  from: string;
  to: string;
  purchases: number;
  revenue: number;
  enrolled: number;
}

/** One for every day, also for those on which nothing happened. */
export function daysOf(byDay: ReadonlyMap<string, DayRow>, from: string, to: string): DayRow[] {
  const days: DayRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push(byDay.get(day) ?? { day, purchases: 0, revenue: 0, enrolled: 0 });
  return days;
}

export function sumOf(days: readonly DayRow[]): Span {
  const sum = { from: days[0]?.day ?? "", to: days.at(-1)?.day ?? "", purchases: 0, revenue: 0, enrolled: 0 };
  for (const day of days) {
    sum.purchases += day.purchases;
    sum.revenue += day.revenue;
    sum.enrolled += day.enrolled;
  }
  return sum;
}
