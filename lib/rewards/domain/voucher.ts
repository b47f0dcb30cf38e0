import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { Gives, Reward } from "../schemas";

export type VoucherStatus = "open" | "used" | "expired" | "cancelled";
export type Fulfilment = "waiting" | "ready" | "handed-over" | "cancelled";

/** First instant at which a voucher taken now no longer works; null: it works for good. */
export const expiryOf = ({ validDays }: Reward, now: Date, zone: string): Date | null =>
  validDays === undefined ? null : startOfDay(addDays(localDate(now, zone), validDays + 1), zone);

/** What a voucher is at an instant: one that expired a minute ago is not open although no job has run. */
export const statusAt = (
  { status, expiresAt }: { status: VoucherStatus; expiresAt: Date | null },
  now: Date,
): VoucherStatus => (status === "open" && expiresAt !== null && expiresAt <= now ? "expired" : status);

/** Where the work on a new redemption stands; null: there is none. */
export const fulfilmentOf = ({ gives, prepared }: Pick<Reward, "gives" | "prepared">): Fulfilment | null =>
  prepared || gives.kind === "service" ? "waiting" : null;

/** Whether taking it is all there is to it, so that no voucher is needed. */
export const isDoneAtOnce = (gives: Gives): boolean => gives.kind === "donation";
