import { z } from "zod";
import { activityTypeSchema } from "@/lib/activities/schemas";
import { capSchema, key, minor, name, points } from "@/lib/kernel/document-fields";
import { memberMailSchema, warningsSchema } from "@/lib/messaging/schemas";
import { expirySchema } from "@/lib/points/schemas";
import { rewardsSchema } from "@/lib/rewards/schemas";
import { qualificationSchema, tierSchema } from "@/lib/tiers/schemas";
import { checkProgram } from "./domain/check-program";

/**
 * The whole program of a shop as one document, versioned as a whole. Everything has a default, so that `{}` is a program
 * (which awards nothing) and a first file needs a rule and no more. What is not known is refused, never dropped: a typing
 * mistake in a hand-written file must not silently change what people earn.
 */

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

const hoursSchema = z.strictObject({
  from: z.string().regex(clock, { error: "program.clock" }).describe("First minute, as 08:30."),
  to: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "program.clock" })
    .describe("Not included. 24:00 is the end of the day; earlier than `from` runs past midnight."),
});

const datesSchema = z.strictObject({
  from: z.iso.date({ error: "day" }).optional().describe("First day."),
  to: z.iso.date({ error: "day" }).optional().describe("Last day, included."),
});

/** All that is given must hold. What is left out does not matter. */
export const conditionSchema = z.strictObject({
  productTypes: z
    .array(key())
    .min(1)
    .max(500)
    .optional()
    .describe("Keys of product types: only their lines count."),
  tiers: z.array(key()).min(1).max(20).optional().describe("Keys of tiers: only their members."),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional().describe("Monday is 1."),
  hours: hoursSchema.optional().describe("Only at these hours of the shop's clock."),
  dates: datesSchema.optional().describe("Only on these local days."),
  channels: z.array(key()).min(1).max(20).optional().describe("Only for purchases made there."),
  minimumSpend: minor()
    .optional()
    .describe("Minor units of what the rule looks at: the lines of its product types, or the whole basket."),
  firstPurchase: z.literal(true).optional().describe("Only for a member's first purchase."),
});

export const effectSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate").describe("Points per spend."),
    points: z.int().min(0).max(1_000_000).describe("So many points ..."),
    per: minor().describe("... for each so many minor units."),
  }),
  z.strictObject({
    kind: z.literal("bonus").describe("Points, whatever is spent."),
    points: points().describe("How many."),
  }),
  z.strictObject({
    kind: z.literal("multiplier").describe("Multiplies what rates give."),
    factor: z
      .int()
      .min(10_000)
      .max(1_000_000)
      .describe("In basis points: 20,000 doubles. Never below 10,000: to give less, a rate says how much."),
  }),
]);

export const ruleSchema = z.strictObject({
  key: key().describe("Names the rule in explanations; it stays when the name changes."),
  name: name().describe("What people call it."),
  when: conditionSchema.optional().describe("All that is given must hold."),
  effect: effectSchema.describe("What it gives."),
  caps: z.array(capSchema).min(1).max(5).optional().describe("The most that it gives a member, by period."),
  budget: points().optional().describe("The most that it gives to all members, ever."),
  holdDays: z
    .int()
    .min(0)
    .max(365)
    .optional()
    .describe("Days that its points are held, instead of the program's."),
});

const basisSchema = z.strictObject({
  tax: z.enum(["gross", "net"]).default("gross").describe("Whether tax earns points (gross) or not (net)."),
  discounts: z
    .enum(["before", "after"])
    .default("after")
    .describe("Whether points are earned on amounts before or after discounts."),
});

export const earningSchema = z.strictObject({
  basis: basisSchema.prefault({}).describe("What of an amount earns points."),
  rounding: z.enum(["down", "nearest", "up"]).default("down").describe("Once per purchase."),
  stacking: z
    .enum(["best", "add", "multiply"])
    .default("best")
    .describe("Several multipliers: the best one, their sum, or their product."),
  holdDays: z
    .int()
    .min(0)
    .max(365)
    .default(0)
    .describe("Days that points are held before they can be spent."),
  caps: z
    .array(capSchema)
    .max(5)
    .default([])
    .describe("The most that a member earns with everything, by period."),
  rules: z.array(ruleSchema).max(200).default([]).describe("The earning rules. Their order means nothing."),
});

export const paymentSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Whether points can pay."),
  minimum: points().default(1).describe("The fewest points that pay."),
  multiple: points().default(1).describe("Only so many points at a time: 100 takes 100, 200, 300 ..."),
  share: z
    .int()
    .min(1)
    .max(10_000)
    .default(10_000)
    .describe("The most of a basket that points pay, in basis points: 5,000 is half."),
});

export const programSchema = z
  .strictObject({
    productTypes: z
      .array(
        z.strictObject({
          key: key().describe("As purchase lines name it."),
          name: name().describe("What people call it."),
          excluded: z.boolean().optional().describe("Earns nothing, and the explanation says so."),
        }),
      )
      .max(1000)
      .default([])
      .describe("What is sold, as far as the rules tell it apart."),
    tiers: z.array(tierSchema).max(20).default([]).describe("Lowest first."),
    qualification: qualificationSchema.prefault({}).describe("How tiers are reached and kept."),
    earning: earningSchema.prefault({}).describe("How points are earned."),
    activities: z
      .array(activityTypeSchema)
      .max(100)
      .default([])
      .describe("What earns points without a purchase. Their order is the one in which they are shown."),
    rewards: rewardsSchema,
    expiry: expirySchema.default({ kind: "never" }).describe("When points expire."),
    warnings: warningsSchema.prefault({}).describe("Who is told before points expire."),
    mail: memberMailSchema.prefault({}).describe("Mail to members."),
    refunds: z
      .strictObject({
        policy: z
          .enum(["debt", "writeOff"])
          .default("debt")
          .describe(
            "When the points of a refunded purchase are spent already: the member owes them, or the shop bears the loss.",
          ),
        graceDays: z
          .int()
          .min(0)
          .max(365)
          .default(30)
          .describe(
            "Days after a lot's expiry during which points that a refund gives back to it may still be used.",
          ),
      })
      .prefault({})
      .describe("What a refund does to points."),
    pointValue: z
      .strictObject({
        points: points().default(100).describe("So many points ..."),
        amount: minor().default(100).describe("... are worth so many minor units."),
      })
      .prefault({})
      .describe("What points are worth when they pay."),
    payment: paymentSchema.prefault({}).describe("Paying a part of a purchase with points."),
    enrolment: z
      .strictObject({
        universalDefault: z.boolean().default(false).describe("Whether the first purchase enrols its buyer."),
      })
      .prefault({})
      .describe("How people join."),
    gifts: z
      .strictObject({
        enabled: z.boolean().default(true).describe("Whether members may give points to each other."),
        acceptDays: z
          .int()
          .min(1)
          .max(90)
          .default(14)
          .describe("Days for which a gift waits to be accepted before it goes back."),
      })
      .prefault({})
      .describe("Points from member to member."),
    adjustments: z
      .strictObject({
        approvalAbove: z
          .int()
          .min(0)
          .max(1_000_000_000)
          .default(1000)
          .describe("Above so many points, up or down, a second person has to approve."),
      })
      .prefault({})
      .describe("Points changed by hand."),
  })
  .superRefine((program, context) => {
    for (const fault of checkProgram(program)) {
      context.addIssue({ code: "custom", path: fault.path, message: fault.code, input: fault.value });
    }
  });

export type Program = z.output<typeof programSchema>;
/** As a person writes it, defaults left out. */
export type ProgramInput = z.input<typeof programSchema>;
export type ActivityType = Program["activities"][number];
export type Rule = Program["earning"]["rules"][number];
export type Cap = z.output<typeof capSchema>;
export type CapPeriod = Cap["per"];
export type Stacking = Program["earning"]["stacking"];
export type Rounding = Program["earning"]["rounding"];

/** A valid program that awards nothing yet. */
export const emptyProgram = (): Program => programSchema.parse({});
