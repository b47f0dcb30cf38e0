import { advance, climb, countEvent, type Evaluated, giveTier, latest, noStanding } from "./evaluate-tier";
import type { PeriodPlace, QualifyingEvent, Standing, TierChange, TierRules } from "./types";

/** What people decided about a member's tier. */
export interface TierByHand {
  at: Date;
  kind: "given" | "locked" | "unlocked";
  tier: string | null;
  /** Why it was locked. */
  note: string | null;
}

export interface TierPast {
  /** In any order; what was refunded or undone is not among them. */
  events: readonly QualifyingEvent[];
  byHand: readonly TierByHand[];
  /** The rules of each published version, oldest first. */
  publications: readonly [TierRules, ...TierRules[]];
}

type Step = { at: Date } & (
  | { order: 0; rules: TierRules }
  | { order: 1; hand: TierByHand }
  | { order: 2; event: QualifyingEvent }
);

/**
 * Lives a member's whole time again, each event by the rules of its day: where they would stand had everything arrived in
 * its order. Periods are those of the newest rules, so that all counts go into one tally.
 */
export function replayTier(
  { events, byHand, publications }: TierPast,
  place: PeriodPlace,
  now: Date,
): Evaluated {
  const newest = publications.at(-1) ?? publications[0];
  const steps: Step[] = [
    ...publications.slice(1).map((rules) => ({ at: rules.from, order: 0 as const, rules })),
    ...byHand.map((hand) => ({ at: hand.at, order: 1 as const, hand })),
    ...events.map((event) => ({ at: event.at, order: 2 as const, event })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
  let rules: TierRules = { ...publications[0], window: newest.window };
  let standing: Standing = noStanding;
  const changes: TierChange[] = [];
  const take = (evaluated: Evaluated) => {
    standing = evaluated.standing;
    changes.push(...evaluated.changes);
  };
  for (const step of steps) {
    if (step.at > now) break;
    if (step.order === 2) take(countEvent(standing, step.event, rules, place));
    else {
      take(advance(standing, step.at, rules, place));
      if (step.order === 1) take(decide(standing, step.hand, rules, place));
      else {
        rules = { ...step.rules, window: newest.window };
        take(advance(standing, step.at, rules, place));
      }
    }
  }
  take(advance(standing, now, rules, place));
  return { standing, changes };
}

/** A decision that people take: a change of its own, which is not repeated among those that follow from rules. */
export function decide(
  standing: Standing,
  hand: TierByHand,
  rules: TierRules,
  place: PeriodPlace,
): Evaluated {
  const { kind, tier, at, note } = hand;
  if (kind === "locked") {
    return {
      standing: {
        ...standing,
        tier,
        since: tier === null ? null : at,
        until: null,
        lock: note ?? "",
        asOf: latest(standing.asOf, at),
      },
      changes: [],
    };
  }
  const given = giveTier({ ...standing, lock: null }, { tier, at }, rules, place);
  if (kind === "given") return { standing: given, changes: [] };
  return climb({ ...given, since: standing.since }, at, { reason: "reached", rules, place });
}
