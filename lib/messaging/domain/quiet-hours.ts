import { addDays, localParts } from "@/lib/kernel/calendar";
import { localInstant } from "@/lib/kernel/local-instant";

export interface QuietHours {
  from: string;
  to: string;
}

/** The first instant, `now` or later, at which mail may go to a member. */
export function mailMayGoAt(now: Date, quiet: QuietHours | null, zone: string): Date {
  if (!quiet) return now;
  const { date, minutes } = localParts(now, zone);
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const pastMidnight = to < from;
  const isQuiet = pastMidnight ? minutes >= from || minutes < to : minutes >= from && minutes < to;
  if (!isQuiet) return now;
  const endsOn = pastMidnight && minutes >= from ? addDays(date, 1) : date;
  return localInstant(`${endsOn}T${quiet.to}`, zone);
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
