import { localDate } from "@/lib/kernel/calendar";
import { advance, lapsesAt, rankOf } from "./evaluate-tier";
import { periodOf, periodsIn, startOfPeriod } from "./periods";
import { countedIn, countedInWindow } from "./tally";
import { type Counts, type Metric, metrics, type PeriodPlace, type Standing, type TierRules } from "./types";

/** What of one thing is needed, done and missing. Days are local. */
export interface Progress {
  tier: string;
  metric: Metric;
  need: number;
  done: number;
  missing: number;
  /** First day that counts; null when everything does. */
  from: string | null;
  /** Last day on which it can be done; null when there is none. */
  by: string | null;
}

export interface TierProjection {
  tier: string | null;
  since: Date | null;
  /** Last day of the period for which the tier is kept; null: it has no end. */
  until: string | null;
  /** Last day of grace, once the period has ended. */
  grace: string | null;
  lock: string | null;
  /** What counts in the window as it stands. */
  counted: Counts;
  /** What keeps the tier; null while nothing has to be done for it. */
  keep: Progress | null;
  /** What reaches the next one; null at the top, and where it is given by hand. */
  next: Progress | null;
}

/** Where a member stands at an instant, and what is missing: to keep what they have, and to climb. */
export function projectTier(
  before: Standing,
  now: Date,
  rules: TierRules,
  place: PeriodPlace,
): TierProjection {
  const { standing } = advance(before, now, rules, place);
  const { tier, since, until, lock, tally } = standing;
  const { window, tiers } = rules;
  const period = periodOf(now, window, place);
  const lapse = lapsesAt(standing, rules, place);
  const counted = countedInWindow(tally, period, window);
  const isOver = until !== null && until <= now;
  const above = lock === null ? tiers.slice(rankOf(tier, rules) + 1).find(({ needs }) => needs) : undefined;
  return {
    tier,
    since,
    until: lastDay(until, place),
    grace: isOver ? lastDay(lapse, place) : null,
    lock,
    counted,
    keep: lock === null ? keeping(standing, now, rules, place) : null,
    next: above
      ? nearest(above.key, {
          needs: above.needs ?? {},
          counted,
          from: firstDay(period - periodsIn(window) + 1, rules, place),
          by: window.kind === "rolling" ? null : lastDay(startOfPeriod(period + 1, window, place), place),
        })
      : null,
  };
}

function keeping(standing: Standing, now: Date, rules: TierRules, place: PeriodPlace): Progress | null {
  const { tier, until, tally } = standing;
  const needs = rules.tiers.find(({ key }) => key === tier)?.needs;
  if (tier === null || until === null || !needs) return null;
  const { window } = rules;
  const period = periodOf(now, window, place);
  const last = periodOf(new Date(until.getTime() - 1), window, place);
  // In the days of grace the window that is under way counts, as it does for everybody.
  const isOver = period > last;
  const from = isOver ? period - periodsIn(window) + 1 : last - periodsIn(window) + 1;
  if (period < from) return null;
  return nearest(tier, {
    needs,
    counted: countedIn(tally, { from, to: period }, window),
    from: firstDay(from, rules, place),
    by: lastDay(isOver ? lapsesAt(standing, rules, place) : until, place),
  });
}

interface Asked {
  needs: Partial<Counts>;
  counted: Counts;
  from: string | null;
  by: string | null;
}

/** Of the things that would be enough, the one of which the least share is missing. */
function nearest(tier: string, { needs, counted, from, by }: Asked): Progress | null {
  const ways = metrics.flatMap((metric): Progress[] => {
    const need = needs[metric];
    if (need === undefined) return [];
    const done = Math.max(0, Math.min(counted[metric], need));
    return [{ tier, metric, need, done, missing: need - done, from, by }];
  });
  const [best] = ways.toSorted((a, b) => a.missing / a.need - b.missing / b.need);
  return best && best.missing > 0 ? best : null;
}

const firstDay = (period: number, { window }: TierRules, place: PeriodPlace): string | null => {
  const start = startOfPeriod(period, window, place);
  return start && localDate(start, place.zone);
};

const lastDay = (end: Date | null, { zone }: PeriodPlace): string | null =>
  end && localDate(new Date(end.getTime() - 1), zone);
