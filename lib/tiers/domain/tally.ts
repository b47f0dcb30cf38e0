import type { Needs, TierWindow } from "../schemas";
import { periodKey, periodOfKey, periodsIn } from "./periods";
import { type Counts, metrics, type Tally, type TierRules } from "./types";

export const nothing: Counts = { spend: 0, points: 0, visits: 0, activities: 0 };

/** Adds counts to a period. What no window reaches any more is dropped. */
export function addToTally(tally: Tally, period: number, counts: Counts, window: TierWindow): Tally {
  const key = periodKey(period, window);
  const [spend, points, visits, activities] = tally[key] ?? [0, 0, 0, 0];
  const sum = [
    spend + counts.spend,
    points + counts.points,
    visits + counts.visits,
    activities + counts.activities,
  ] as const;
  const all: Tally = { ...tally, [key]: sum };
  const oldest = latestPeriod(all, window) - periodsIn(window);
  const kept = Object.entries(all).filter(([name, counted]) => {
    const number = periodOfKey(name, window);
    return number !== null && number >= oldest && counted.some((count) => count !== 0);
  });
  return Object.fromEntries(kept);
}

/** The last period in which something was counted. */
export const latestPeriod = (tally: Tally, window: TierWindow): number =>
  Math.max(...Object.keys(tally).map((key) => periodOfKey(key, window) ?? Number.NEGATIVE_INFINITY));

/** What was counted in the window that ends with a period, or in part of it. */
export function countedIn(
  tally: Tally,
  { from, to }: { from: number; to: number },
  window: TierWindow,
): Counts {
  const sum = { ...nothing };
  for (let period = from; period <= to; period++) {
    const counted = tally[periodKey(period, window)];
    if (!counted) continue;
    for (const [index, metric] of metrics.entries()) sum[metric] += counted[index] ?? 0;
  }
  return sum;
}

/** Of everything that counts in the window that ends with `period`. */
export const countedInWindow = (tally: Tally, period: number, window: TierWindow): Counts =>
  countedIn(tally, { from: period - periodsIn(window) + 1, to: period }, window);

export const isEnough = (counted: Counts, needs: Needs): boolean =>
  metrics.some((metric) => {
    const need = needs[metric];
    return need !== undefined && counted[metric] >= need;
  });

/** The highest tier that these counts reach; null when none. Tiers that are given by hand are not reached. */
export const reachedBy = (counted: Counts, { tiers }: Pick<TierRules, "tiers">): string | null =>
  tiers.findLast(({ needs }) => needs && isEnough(counted, needs))?.key ?? null;
