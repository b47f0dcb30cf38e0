import { addDays } from "@/lib/kernel/calendar";

export interface DayAgainstUsual {
  day: string;
  count: number;
  /** What that weekday usually has; null while there are too few of them to say. */
  usual: number | null;
  /** Beyond what that weekday usually strays. */
  standsOut: boolean;
}

/** Earlier days of the same weekday that are asked, and how many of them it takes to say what is usual. */
const weeks = 8;
const fewest = 4;

/** The seven days up to `last`, each against the same weekday of the eight weeks before it. */
export function usualDays(
  countOf: ReadonlyMap<string, number>,
  last: string,
  since: string,
): DayAgainstUsual[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(last, index - 6);
    const count = countOf.get(day) ?? 0;
    const earlier = Array.from({ length: weeks }, (_, week) => addDays(day, -7 * (week + 1)))
      .filter((one) => one >= since)
      .map((one) => countOf.get(one) ?? 0);
    if (earlier.length < fewest) return { day, count, usual: null, standsOut: false };
    const usual = earlier.reduce((sum, one) => sum + one, 0) / earlier.length;
    return {
      day,
      count,
      usual: Math.round(usual),
      standsOut: Math.abs(count - usual) > 2 * strays(earlier, usual),
    };
  });
}

/** How far such days lie apart; never less than chance alone makes them. */
function strays(counts: readonly number[], mean: number): number {
  const spread = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(counts.length - 1, 1);
  return Math.max(Math.sqrt(spread), Math.sqrt(mean), 1);
}

/** The day that strays furthest from what is usual, if one does. */
export const furthest = (days: readonly DayAgainstUsual[]): DayAgainstUsual | null =>
  days
    .filter((one) => one.standsOut)
    .reduce<DayAgainstUsual | null>(
      (most, one) => (most === null || apart(one) > apart(most) ? one : most),
      null,
    );

const apart = ({ count, usual }: DayAgainstUsual): number => Math.abs(count - (usual ?? count));
