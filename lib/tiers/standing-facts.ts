import type { QualifyingEvent, Standing, Tally, TierChange } from "./domain/types";

/** A member's standing as it was read, and as what is being decided moves it. */
export interface StandingFacts {
  now: Standing;
  enrolledAt: Date;
  /** How often it had been moved when it was read: a posting on older facts is refused. */
  seq: number;
  /** When it has to be looked at although nothing happens. */
  dueAt: Date | null;
  /** What is to be written into the member's tier history. */
  changes: TierChange[];
  /** Since when the history that the rules wrote is written anew; null: it is only added to. */
  rewrittenFrom: Date | null;
  /** What was counted and is not in the database yet. */
  unwritten: QualifyingEvent[];
}

export interface RawStanding {
  tier: string | null;
  since: string | null;
  until: string | null;
  lock: string | null;
  tally: Tally;
  asOf: string | null;
  seq: number;
  enrolledAt: string;
}

export const readStanding = (raw: RawStanding): StandingFacts => ({
  now: {
    tier: raw.tier,
    since: instant(raw.since),
    until: instant(raw.until),
    lock: raw.lock,
    tally: raw.tally,
    asOf: instant(raw.asOf),
  },
  enrolledAt: new Date(raw.enrolledAt),
  seq: raw.seq,
  dueAt: null,
  changes: [],
  rewrittenFrom: null,
  unwritten: [],
});

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
