import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { periodOf, periodsIn, startOfPeriod } from "./periods";
import { addToTally, countedInWindow, reachedBy } from "./tally";
import type { ChangeReason, PeriodPlace, QualifyingEvent, Standing, TierChange, TierRules } from "./types";

export interface Evaluated {
  standing: Standing;
  changes: TierChange[];
}

export const noStanding: Standing = {
  tier: null,
  since: null,
  until: null,
  lock: null,
  tally: {},
  asOf: null,
};

/** Whether anything that members do moves them between tiers. */
export const qualifies = ({ tiers }: Pick<TierRules, "tiers">): boolean =>
  tiers.some(({ needs }) => needs !== undefined);

/** The place in the ladder; -1 for no tier, and for one that the program does not know any more. */
export const rankOf = (tier: string | null, { tiers }: Pick<TierRules, "tiers">): number =>
  tiers.findIndex(({ key }) => key === tier);

/** When a tier that is not earned again is lost: the period's end, and the days of grace. Null: never. */
export function lapsesAt(
  { tier, until, lock }: Pick<Standing, "tier" | "until" | "lock">,
  { graceDays }: Pick<TierRules, "graceDays">,
  { zone }: Pick<PeriodPlace, "zone">,
): Date | null {
  if (tier === null || until === null || lock !== null) return null;
  return startOfDay(addDays(localDate(until, zone), graceDays), zone);
}

/** Lets happen what time alone does by `at`: periods end, days of grace run out, each at its own instant. */
export function advance(standing: Standing, at: Date, rules: TierRules, place: PeriodPlace): Evaluated {
  const adopted = adopt(standing, at, rules, place);
  const { changes } = adopted;
  let now = adopted.standing;
  for (;;) {
    const due = lapsesAt(now, rules, place);
    if (!due || due > at) return { standing: now, changes };
    // What was done in the days of grace counts for the tier that is left with, as it would have without the higher one.
    const left = lapse(now, due, rules, place);
    const next = climb(left, due, { reason: "reached", rules, place }).standing;
    changes.push({ at: due, from: now.tier, tier: next.tier, reason: "lapsed" });
    now = next;
  }
}

/**
 * Looks at a member by rules that came into force since the last look: what they have counts at once, a tier that is no
 * more is left, and one that is earned from now on gets its period.
 */
function adopt(before: Standing, until: Date, rules: TierRules, place: PeriodPlace): Evaluated {
  const { asOf, since, lock } = before;
  if (rules.from > until || (asOf && asOf >= rules.from)) return { standing: before, changes: [] };
  const at = latest(since, rules.from);
  let standing: Standing = { ...before, asOf: latest(asOf, at) };
  if (lock !== null) return { standing, changes: [] };
  if (rankOf(standing.tier, rules) === -1) standing = { ...standing, tier: null, since: null, until: null };
  else {
    const given = giveTier(standing, { tier: standing.tier, at }, rules, place);
    const isKept = standing.until !== null && given.until !== null && standing.until > given.until;
    standing = { ...standing, until: isKept ? standing.until : given.until };
  }
  const { standing: looked } = climb(standing, at, { reason: "program", rules, place });
  if (looked.tier === before.tier) return { standing: looked, changes: [] };
  const change: TierChange = { at, from: before.tier, tier: looked.tier, reason: "program" };
  return { standing: looked, changes: [change] };
}

/** One step down, or what the ended period was enough for; it is kept for the period that follows. */
function lapse(standing: Standing, at: Date, rules: TierRules, place: PeriodPlace): Standing {
  const { window, leaving, tiers } = rules;
  const ended = periodOf(new Date((standing.until ?? at).getTime() - 1), window, place);
  const reached = reachedBy(countedInWindow(standing.tally, ended, window), rules);
  const below = tiers.slice(0, Math.max(rankOf(standing.tier, rules), 0)).findLast(({ needs }) => needs);
  const step = below?.key ?? null;
  const lower = leaving === "step" && rankOf(step, rules) > rankOf(reached, rules) ? step : reached;
  // Whatever the counts say, a tier that lapses is left.
  const tier = rankOf(lower, rules) < rankOf(standing.tier, rules) ? lower : step;
  return {
    ...standing,
    tier,
    since: at,
    until: tier === null ? null : keptUntil(ended, rules, place),
    asOf: latest(standing.asOf, at),
  };
}

/** A tier that a period was enough for is kept until so many periods later have ended. */
const keptUntil = (period: number, { window }: TierRules, place: PeriodPlace): Date | null =>
  startOfPeriod(period + periodsIn(window) + 1, window, place);

/** Counts an event that is not late, after what time did until then. What it reaches is reached from then on. */
export function countEvent(
  before: Standing,
  event: QualifyingEvent,
  rules: TierRules,
  place: PeriodPlace,
): Evaluated {
  const { standing, changes } = advance(before, event.at, rules, place);
  const period = periodOf(event.at, rules.window, place);
  const counted = {
    ...standing,
    tally: addToTally(standing.tally, period, event, rules.window),
    asOf: latest(standing.asOf, event.at),
  };
  const looked = climb(counted, event.at, { reason: "reached", rules, place });
  return { standing: looked.standing, changes: [...changes, ...looked.changes] };
}

/** Looks at what is counted as of an instant: up at once, never down, and kept longer by what is enough again. */
export function climb(
  standing: Standing,
  at: Date,
  { reason, rules, place }: { reason: ChangeReason; rules: TierRules; place: PeriodPlace },
): Evaluated {
  if (standing.lock !== null) return { standing, changes: [] };
  const period = periodOf(at, rules.window, place);
  const reached = reachedBy(countedInWindow(standing.tally, period, rules.window), rules);
  if (reached === null || rankOf(reached, rules) < rankOf(standing.tier, rules))
    return { standing, changes: [] };
  const until = keptUntil(period, rules, place);
  if (reached === standing.tier) {
    const isLonger = standing.until !== null && (until === null || until > standing.until);
    return { standing: isLonger ? { ...standing, until } : standing, changes: [] };
  }
  return {
    standing: { ...standing, tier: reached, since: at, until, asOf: latest(standing.asOf, at) },
    changes: [{ at, from: standing.tier, tier: reached, reason }],
  };
}

/** A tier given by hand: kept as if it had been earned in that period, or for good when members do not earn it. */
export function giveTier(
  standing: Standing,
  { tier, at }: { tier: string | null; at: Date },
  rules: TierRules,
  place: PeriodPlace,
): Standing {
  const isEarned = rules.tiers.some(({ key, needs }) => key === tier && needs !== undefined);
  const until = isEarned ? keptUntil(periodOf(at, rules.window, place), rules, place) : null;
  return { ...standing, tier, since: tier === null ? null : at, until, asOf: latest(standing.asOf, at) };
}

export const latest = (a: Date | null, b: Date): Date => (a && a > b ? a : b);
