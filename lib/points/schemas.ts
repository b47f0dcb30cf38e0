import { z } from "zod";
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
