import type { Qualification, Tier } from "../schemas";

/** What counts towards a tier, in the order in which it is stored. */
export const metrics = ["spend", "points", "visits", "activities"] as const;
export type Metric = (typeof metrics)[number];
export type Counts = Record<Metric, number>;

/** Counts by period: `m24322` is a month, `y2026` a year, `a3` the fourth year of a membership, `all` a life. */
export type Tally = Record<
  string,
  readonly [spend: number, points: number, visits: number, activities: number]
>;

/** Where a member stands: moved with each event, kept on the member's row. */
export interface Standing {
  tier: string | null;
  since: Date | null;
  /** First instant after the period for which the tier is kept; null: it has no end. */
  until: Date | null;
  /** Why the tier is locked; null when it is not. */
  lock: string | null;
  tally: Tally;
  /** The last instant that was looked at: an event before it arrives late. */
  asOf: Date | null;
}

/** Something a member did, or with negative figures what is taken off what they did then. */
export interface QualifyingEvent extends Counts {
  at: Date;
}

/** The ladder that is climbed, lowest first, and by which rules. */
export interface TierRules extends Qualification {
  tiers: readonly Pick<Tier, "key" | "needs">[];
  /** Since when they are in force: whoever was looked at before it is looked at again. */
  from: Date;
}

/** Whose calendar periods follow. */
export interface PeriodPlace {
  zone: string;
  enrolledAt: Date;
}

export type ChangeReason =
  /** Counted up to it. */
  | "reached"
  /** The period ended without enough, and so did the days of grace. */
  | "lapsed"
  /** What had qualified was given back. */
  | "refunded"
  /** A published program asks for something else. */
  | "program";

export interface TierChange {
  at: Date;
  from: string | null;
  tier: string | null;
  reason: ChangeReason;
}
