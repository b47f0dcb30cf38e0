import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { Lot } from "./types";

/** Earliest expiry first, then earliest earned; what never expires goes last. */
export function spendingOrder(a: Lot, b: Lot): number {
  return (
    timeOf(a.expiresAt) - timeOf(b.expiresAt) || a.earnedAt.getTime() - b.earnedAt.getTime() || a.no - b.no
  );
}

// Beyond any date, yet finite: the difference of two infinities is no order.
const timeOf = (instant: Date | null): number => instant?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** When the next thing happens to a lot by itself: it is released, or it expires. */
export function dueAt(lot: Lot): Date | null {
  if (lot.remaining === 0) return null;
  return lot.state === "pending" ? lot.availableAt : lot.expiresAt;
}

/** Held points become available as the day begins that is so many days after the purchase's, on the local calendar. */
export const availableFrom = (earnedAt: Date, holdDays: number, zone: string): Date =>
  holdDays === 0 ? earnedAt : startOfDay(addDays(localDate(earnedAt, zone), holdDays), zone);
