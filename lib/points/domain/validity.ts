import { addDays, addMonths, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { Expiry } from "../schemas";
import type { Lot } from "./types";

/** How long a lot lasts, as the program said when it was earned. */
export type Validity = Required<Pick<Lot, "expiresAt" | "validityMonths" | "idleMonths">>;

interface Earned {
  availableAt: Date;
  /** The member's last activity, this one included. */
  activeAt?: Date | null;
  zone: string;
  /** The member's tier when the points were earned. */
  tier?: string | null;
}

/** What the policy gives to points that can be spent from `availableAt` on. */
export function validityOf(expiry: Expiry, { availableAt, activeAt, zone, tier }: Earned): Validity {
  if (expiry.kind === "never") return { expiresAt: null, validityMonths: null, idleMonths: null };
  const more = expiry.longer?.find((one) => one.tier === tier)?.months ?? 0;
  const months = expiry.months + more;
  if (expiry.kind === "inactivity") {
    const since = activeAt && activeAt > availableAt ? activeAt : availableAt;
    return { expiresAt: expiryAfter(since, months, zone), validityMonths: null, idleMonths: months };
  }
  return {
    expiresAt: expiryAfter(availableAt, months, zone, expiry.endOf),
    validityMonths: months,
    idleMonths: null,
  };
}

/**
 * When a lot expires, given what its member did last. Kept with the lot is the day that was known when it was last
 * written; activity since then moves it on, and nothing moves it back.
 */
export function expiryGiven(
  lot: Pick<Lot, "expiresAt" | "idleMonths">,
  activeAt: Date | null | undefined,
  zone: string,
): Date | null {
  if (!lot.idleMonths || !activeAt) return lot.expiresAt;
  const idle = expiryAfter(activeAt, lot.idleMonths, zone);
  return lot.expiresAt && lot.expiresAt > idle ? lot.expiresAt : idle;
}

type EndOf = "month" | "quarter" | "year";

/** First instant after the last day of use: from 31 January for a month, that is 1 March at 00:00 of the shop's clock. */
function expiryAfter(since: Date, months: number, zone: string, endOf?: EndOf): Date {
  const day = addMonths(localDate(since, zone), months);
  return startOfDay(addDays(endOf ? lastDayOf(day, endOf) : day, 1), zone);
}

/** The last day of the month, quarter or year that a day is in. */
function lastDayOf(day: string, period: EndOf): string {
  const [year = "", month = ""] = day.split("-");
  const length = { month: 1, quarter: 3, year: 12 }[period];
  const first = Math.floor((Number(month) - 1) / length) * length + 1;
  return addDays(addMonths(`${year}-${String(first).padStart(2, "0")}-01`, length), -1);
}
