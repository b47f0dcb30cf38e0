import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { Program } from "@/lib/program/schemas";

/**
 * The earliest end that a new policy gives to points that exist: late enough for everybody to be told once, however long
 * before the program tells.
 */
export function earliestEnd({ warnings }: Pick<Program, "warnings">, now: Date, zone: string): Date {
  const longest = Math.max(0, ...warnings.days);
  return startOfDay(addDays(localDate(now, zone), longest + 1), zone);
}
