import { Temporal } from "temporal-polyfill";
import { localParts } from "./calendar";

/**
 * The instant of a time on the wall, "2026-11-20T14:05". One that a change of clocks skips is the same distance later; of
 * one that comes twice it is the first.
 */
export const localInstant = (text: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);

/** An instant as a form has it: "2026-11-20T14:05" on the wall. */
export function localText(instant: Date, zone: string): string {
  const { date, minutes } = localParts(instant, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
