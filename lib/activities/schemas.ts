import { z } from "zod";
import { capSchema, key, name, periods, points } from "@/lib/kernel/document-fields";
import { byName, externalId, id, instant, text } from "@/lib/kernel/fields";
import { memberRefSchema } from "@/lib/members/schemas";

/** Who says that an activity happened: staff, a program by API, or the member on the card. */
export const activitySources = ["staff", "api", "card"] as const;
export type ActivitySource = (typeof activitySources)[number];

const limitSchema = z.strictObject({
  per: z.enum(periods).describe("The period, as the shop's clock has it; `ever` for once and for all."),
  times: z.int().min(1).max(1000).describe("How often it counts in it."),
});

/** One kind of activity: the program's own document has a list of them. */
export const activityTypeSchema = z.strictObject({
  key: key().describe("As programs name it."),
  name: name().describe("What people call it."),
  points: z.int().min(0).max(1_000_000).describe("What it earns; 0 is only counted."),
  from: z
    .array(z.enum(activitySources))
    .min(1)
    .max(3)
    .default(["staff", "api"])
    .describe("Who says that it happened: staff, a program by API, or the member on the card."),
  limits: z.array(limitSchema).max(5).default([]).describe("How often it counts for a member, by period."),
  caps: z.array(capSchema).max(5).default([]).describe("The most that it gives a member, by period."),
  budget: points().optional().describe("The most that it gives to all members, ever."),
  holdDays: z.int().min(0).max(365).default(0).describe("Days that its points are held."),
  approval: z
    .boolean()
    .default(false)
    .describe("Whether a manager looks at it first, unless one of them recorded it."),
  multiplied: z
    .boolean()
    .default(false)
    .describe("Whether what multiplies a member's points for their tier multiplies these."),
  ask: text(120)
    .optional()
    .describe("What a member who does it on the card is asked for, such as the address of a review."),
});

export const activitySchema = z
  .strictObject({
    externalId: externalId().describe("The sender's own id of it. It is recorded once."),
    member: memberRefSchema,
    type: text(64).describe("Key of one of the program's activities."),
    occurredAt: instant().describe("When it happened, with an offset. Not in the future."),
    data: byName(z.union([text(1000), z.number(), z.boolean()]), { most: 30, error: "activity.data" })
      .optional()
      .describe("What else there is to know of it: up to 30 texts, numbers or truths by name."),
  })
  .meta({ id: "ActivityRequest", description: "An activity to record." });

export type ActivityInput = z.output<typeof activitySchema>;

/** What a member says on the card about themselves, now. */
export const ownActivitySchema = z.strictObject({
  externalId: externalId(),
  type: text(64),
  answer: text(1000).optional(),
});

export const activityIdSchema = z.strictObject({ id: id().describe("The activity's id.") });

export const activityDecisionSchema = z
  .strictObject({
    activity: id(),
    approve: z.boolean(),
    reason: text(500).optional(),
  })
  .refine(({ approve, reason }) => approve || reason !== undefined, { error: "required", path: ["reason"] });

export const activityUndoSchema = z.strictObject({
  activity: id().describe("The activity's id."),
  reason: text(500).describe("Why. The member can read it."),
});
