/** Something of a member's that is theirs through `lastDay`. */
export interface Lasting {
  lastDay: string;
}

export interface Losing extends Lasting {
  points: number;
}

/** What is told; `daysBefore`: the step of the program that the warning is, 30, 7 or 1 days before, say. */
export type DueWarning<What extends Lasting = Losing> = What & { daysBefore: number };

/** What was told before: `sentKey(lastDay, daysBefore)`. */
export type Sent = ReadonlySet<string>;

export const sentKey = (lastDay: string, daysBefore: number): string => `${lastDay} ${daysBefore}`;

/**
 * What a member is told today. Each day on which something is lost is told once for each step that has come: who was not
 * told 30 days before, because no worker ran or the points came later, is told at the next look, and steps that are past
 * are not made up for.
 *
 * Somebody who comes every day loses something every day. When there is anything to tell, what is near behind it (a
 * quarter of the step: a week at 30 days, a day at 7) is told in the same mail, so that it does not take one of its own.
 */
export function dueWarnings<What extends Lasting>(
  losing: readonly What[],
  { today, days, sent }: { today: string; days: readonly number[]; sent: Sent },
): DueWarning<What>[] {
  const open = losing.filter(({ lastDay }) => lastDay >= today);
  const untold = (stepFor: (left: number) => number | undefined): DueWarning<What>[] =>
    open.flatMap((one) => {
      const daysBefore = stepFor(daysBetween(today, one.lastDay));
      if (daysBefore === undefined || sent.has(sentKey(one.lastDay, daysBefore))) return [];
      return [{ ...one, daysBefore }];
    });
  const now = untold((left) => days.filter((step) => left <= step).toSorted((a, b) => a - b)[0]);
  if (now.length === 0) return [];
  const told = new Set(now.map(({ lastDay }) => lastDay));
  const near = untold((left) => {
    const [next] = days.filter((step) => step < left).toSorted((a, b) => b - a);
    return next !== undefined && left - next <= aheadOf(next) ? next : undefined;
  }).filter(({ lastDay }) => !told.has(lastDay));
  return [...now, ...near].toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
}

/** How far behind a step something may be to go with its mail. */
const aheadOf = (step: number): number => Math.floor(step / 4);

/** The farthest day that a mail of today can be about. */
export const farthestAhead = (days: readonly number[]): number =>
  Math.max(0, ...days.map((step) => step + aheadOf(step)));

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
