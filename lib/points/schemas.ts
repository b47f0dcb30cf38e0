import { z } from "zod";
import { id, pointsChange, positivePoints, text } from "@/lib/kernel/fields";
import { memberRefSchema } from "@/lib/members/schemas";

export const adjustmentSchema = z.strictObject({
  member: memberRefSchema,
  points: pointsChange(),
  reason: text(500),
});

export const adjustmentDecisionSchema = z.strictObject({ request: id(), approve: z.boolean() });

export const spendSchema = z.strictObject({
  member: memberRefSchema,
  points: positivePoints(),
  reference: text(200),
});

export const giftSchema = z.strictObject({
  from: memberRefSchema,
  to: memberRefSchema,
  points: positivePoints(),
  reference: text(200).optional(),
});
