import { localDate } from "@/lib/kernel/calendar";
import { fieldProblem } from "@/lib/kernel/problems";

const firstBirthday = "1900-01-01";

/** Refuses a birthday that is still to come where the shop is, and one that nobody who is alive has. */
export function refuseBirthday(
  birthday: string | null | undefined,
  { now, timezone }: { now: Date; timezone: string },
): void {
  if (!birthday) return;
  if (birthday > localDate(now, timezone)) throw fieldProblem("birthday", "in_future");
  // Four digits that are being typed are a year of the first century for a moment.
  if (birthday < firstBirthday) throw fieldProblem("birthday", "year", { year: firstBirthday.slice(0, 4) });
}
