import type { TierWindow } from "../schemas";
import { periodOf } from "./periods";
import { addToTally } from "./tally";
import type { PeriodPlace, QualifyingEvent, Tally } from "./types";

/** What events count to, whatever had been counted of them. */
export const tallyOf = (events: readonly QualifyingEvent[], window: TierWindow, place: PeriodPlace): Tally =>
  events.reduce<Tally>(
    (tally, event) => addToTally(tally, periodOf(event.at, window, place), event, window),
    {},
  );
