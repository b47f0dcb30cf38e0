import { z } from "zod";
import { key } from "@/lib/kernel/document-fields";
import { id, pointsChange, positivePoints, text } from "@/lib/kernel/fields";
import { memberRefSchema } from "@/lib/members/schemas";

export const adjustmentSchema = z.strictObject({
  member: memberRefSchema,
  points: pointsChange().describe("How many, up or, with a minus, down. Not 0."),
  reason: text(500).describe("Why. The member and the audit log can read it."),
});

export const adjustmentDecisionSchema = z.strictObject({ request: id(), approve: z.boolean() });

export const spendSchema = z.strictObject({
  member: memberRefSchema,
  points: positivePoints().describe("How many."),
  reference: text(200).describe("What they were spent on. Kept with the ledger entry."),
});

export const giftSchema = z.strictObject({
  from: memberRefSchema.describe("The member who gives."),
  to: memberRefSchema.describe("The member who is given to."),
  points: positivePoints().describe("How many."),
  reference: text(200).optional().describe("Kept with the ledger entries of both."),
});

const months = () => z.int().min(1).max(120);

const longerSchema = z
  .array(
    z.strictObject({
      tier: key().describe("Key of a tier."),
      months: months().describe("So many months more, for what is earned in it."),
    }),
  )
  .min(1)
  .max(20)
  .optional()
  .describe("Tiers whose points last longer.");

/** When points expire, as the program says it. What was earned keeps what was said then. */
export const expirySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never").describe("Points do not expire.") }),
  z.strictObject({
    kind: z.literal("after").describe("Points expire some time after they can be spent."),
    months: months().describe("How many months after."),
    endOf: z
      .enum(["month", "quarter", "year"])
      .optional()
      .describe("At the end of the month, quarter or year in which they would; absent: on the day itself."),
    longer: longerSchema,
  }),
  z.strictObject({
    kind: z.literal("inactivity").describe("All points expire when a member has done nothing for some time."),
    months: months().describe("How many months without a purchase or another activity."),
    longer: longerSchema,
  }),
]);

export const expiryChangeSchema = z.strictObject({
  version: z
    .int()
    .min(1)
    .describe("The published version whose policy is applied: the one that was looked at."),
  reason: text(200).describe("Why. Every member whose points get another day can read it in their history."),
});

export type Expiry = z.output<typeof expirySchema>;
/** A gift that the customer offers from their own card. `id` is the form's own, so that one sent twice is one gift. */
export const giftOfferSchema = z.strictObject({
  id: id(),
  card: text(40),
  points: positivePoints(),
  message: text(200).optional(),
});

export const giftEndSchema = z.strictObject({
  gift: id(),
  as: z.enum(["accepted", "declined", "cancelled"]),
});
