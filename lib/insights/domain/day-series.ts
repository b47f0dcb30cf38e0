import { addDays } from "@/lib/kernel/calendar";

/** What one local day did to the points of all members. Each figure is a positive count, `other` is signed. */
export interface DayMoves {
  day: string;
  /** Earned, whether they can be spent already or are held. */
  issued: number;
  /** Change of what is held. */
  pending: number;
  redeemed: number;
  expired: number;
  takenBack: number;
  /** Adjustments, gifts, write-offs and forfeits. */
  other: number;
}

export interface DayFigures extends DayMoves {
  /** What all members could spend when the day was over. */
  outstanding: number;
}

/**
 * One row for every day from `from` to `to`, both included, also for days on which nothing happened. `before` is what was
 * outstanding when the first day began; the sum that leads from one day to the next is that of points/domain/day-counts.
 */
export function daySeries(
  moves: readonly DayMoves[],
  { from, to, before }: { from: string; to: string; before: number },
): DayFigures[] {
  const known = new Map(moves.map((move) => [move.day, move]));
  const days: DayFigures[] = [];
  let outstanding = before;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const move = known.get(day) ?? quiet(day);
    outstanding += change(move);
    days.push({ ...move, outstanding });
  }
  return days;
}

export const change = (move: Omit<DayMoves, "day">): number =>
  move.issued - move.pending - move.redeemed - move.expired - move.takenBack + move.other;

const quiet = (day: string): DayMoves => ({
  day,
  issued: 0,
  pending: 0,
  redeemed: 0,
  expired: 0,
  takenBack: 0,
  other: 0,
});

export type Totals = Omit<DayMoves, "day">;

export const totalOf = (days: readonly DayMoves[]): Totals => ({
  issued: sum(days, (day) => day.issued),
  pending: sum(days, (day) => day.pending),
  redeemed: sum(days, (day) => day.redeemed),
  expired: sum(days, (day) => day.expired),
  takenBack: sum(days, (day) => day.takenBack),
  other: sum(days, (day) => day.other),
});

const sum = (days: readonly DayMoves[], of: (day: DayMoves) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

/** Days in groups of `size`, the last group complete: a year is drawn by the week. */
export function inGroups<Day>(days: readonly Day[], size: number): Day[][] {
  const groups: Day[][] = [];
  for (let end = days.length; end > 0; end -= size) groups.unshift(days.slice(Math.max(0, end - size), end));
  return groups;
}
