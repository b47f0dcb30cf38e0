import { z } from "zod";
import { key } from "@/lib/kernel/document-fields";
import { id, instant, text } from "@/lib/kernel/fields";

const evening = z.strictObject({
  reward: key(),
  name: text(120),
  place: text(200),
  startsAt: instant(),
  endsAt: instant(),
  places: z.int().min(1).max(10_000),
  waitingList: z.boolean(),
});

/** An evening to offer, or one that exists and what is different about it. */
export const eventSchema = z.union([evening.partial().extend({ id: id() }), evening]);

export type Evening = z.output<typeof evening>;

export const eventIdSchema = z.strictObject({ event: id() });
export const bookingSchema = z.strictObject({ event: id(), member: id() });
export const placeSchema = z.strictObject({ event: id(), place: id() });

/** By the voucher's code, as scanned or typed, or by the place of whoever says their name. */
export const checkInSchema = z.union([
  z.strictObject({ event: id(), code: text(40) }),
  z.strictObject({ event: id(), place: id() }),
]);
