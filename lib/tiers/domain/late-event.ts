import { latest, rankOf } from "./evaluate-tier";
import { periodOf, periodsIn } from "./periods";
import { addToTally, countedInWindow, reachedBy } from "./tally";
import type { PeriodPlace, QualifyingEvent, Standing, TierRules } from "./types";

/** Whether something happened before the last look at the member. */
export const isLate = ({ asOf }: Pick<Standing, "asOf">, at: Date): boolean => asOf !== null && at < asOf;

/**
 * Counts what arrives late, or takes off what was counted, when that changes no period's result: then nothing else that
 * happened would have happened otherwise. Null when it does, or may: the member's time has to be replayed.
 */
export function countQuietly(
  standing: Standing,
  event: QualifyingEvent,
  rules: TierRules,
  place: PeriodPlace,
): Standing | null {
  const { window } = rules;
  const asOf = latest(standing.asOf, event.at);
  const [period, last] = [periodOf(event.at, window, place), periodOf(asOf, window, place)];
  // The tally goes one window back and no further.
  if (period < last - 1) return null;
  const tally = addToTally(standing.tally, period, event, window);
  for (let ending = period; ending <= Math.min(last, period + periodsIn(window) - 1); ending++) {
    const [before, after] = [standing.tally, tally].map((counted) =>
      rankOf(reachedBy(countedInWindow(counted, ending, window), rules), rules),
    );
    if (before !== after) return null;
    // In a rolling window what happens confirms the tier from its own month on: its months overlap, so no other event did.
    if (window.kind === "rolling" && ending === period && after !== -1) return null;
  }
  return { ...standing, tally, asOf };
}
