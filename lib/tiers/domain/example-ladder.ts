import { noStanding } from "./evaluate-tier";
import {
  type Counts,
  metrics,
  type PeriodPlace,
  type QualifyingEvent,
  type Standing,
  type TierRules,
} from "./types";

/** Silver from 400 points, Gold from 1,000, in a calendar year; 30 days of grace, then one step down. */
export const exampleRules: TierRules = {
  from: new Date(0),
  tiers: [
    { key: "silver", needs: { points: 400 } },
    { key: "gold", needs: { points: 1000 } },
  ],
  window: { kind: "calendarYear" },
  graceDays: 30,
  leaving: "step",
};

export const istanbul: PeriodPlace = {
  zone: "Europe/Istanbul",
  enrolledAt: new Date("2024-03-10T09:00:00+03:00"),
};

/** Noon of a day in Istanbul. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+03:00`);

export const event = (day: string, counts: Partial<Counts>): QualifyingEvent =>
  ({
    ...Object.fromEntries(metrics.map((metric) => [metric, 0])),
    ...counts,
    at: noonOf(day),
  }) as QualifyingEvent;

/** Gold until the end of 2026, earned in 2025. */
export const goldSince2025: Standing = {
  ...noStanding,
  tier: "gold",
  since: noonOf("2025-10-01"),
  until: new Date("2027-01-01T00:00:00+03:00"),
  asOf: noonOf("2025-10-01"),
};
