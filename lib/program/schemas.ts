import { z } from "zod";
import { checkProgram } from "./domain/check-program";

/**
 * The whole program of a shop as one document, versioned as a whole. Everything has a default, so that `{}` is a program
 * (which awards nothing) and a first file needs a rule and no more. What is not known is refused, never dropped: a typing
 * mistake in a hand-written file must not silently change what people earn.
 */

const days = ["day", "week", "month", "year", "ever"] as const;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Letters and digits of any script, inside also space and `_ - . & /`. No colon: keys are joined with one. */
const key = () =>
  z
    .string()
    .max(64)
    .regex(/^[\p{L}\p{N}]+([ _\-.&/]+[\p{L}\p{N}]+)*$/u, { error: "program.key" });
const name = () =>
  z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: "text.printable" });
const points = () => z.int().min(1).max(1_000_000_000);
const minor = () => z.int().min(1).max(1_000_000_000_000);

export const capSchema = z.strictObject({ per: z.enum(days), points: points() });

const hoursSchema = z.strictObject({
  from: z.string().regex(clock, { error: "program.clock" }),
  /** Not included. `24:00` is the end of the day; earlier than `from` runs past midnight. */
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "program.clock" }),
});

const datesSchema = z.strictObject({
  from: z.iso.date({ error: "day" }).optional(),
  to: z.iso.date({ error: "day" }).optional(),
});

/** All that is given must hold. What is left out does not matter. */
export const conditionSchema = z.strictObject({
  productTypes: z.array(key()).min(1).max(500).optional(),
  tiers: z.array(key()).min(1).max(20).optional(),
  /** Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  hours: hoursSchema.optional(),
  /** Local days, both included. */
  dates: datesSchema.optional(),
  channels: z.array(key()).min(1).max(20).optional(),
  /** Minor units of what the rule looks at: the lines of its product types, or the whole basket. */
  minimumSpend: minor().optional(),
  firstPurchase: z.literal(true).optional(),
});

export const effectSchema = z.discriminatedUnion("kind", [
  /** So many points for each `per` minor units. */
  z.strictObject({ kind: z.literal("rate"), points: z.int().min(0).max(1_000_000), per: minor() }),
  z.strictObject({ kind: z.literal("bonus"), points: points() }),
  /** Basis points: 20,000 doubles. Never below 10,000: to give less, a rate says how much. */
  z.strictObject({
    kind: z.literal("multiplier"),
    factor: z.int().min(10_000).max(1_000_000),
  }),
]);

export const ruleSchema = z.strictObject({
  key: key(),
  name: name(),
  when: conditionSchema.optional(),
  effect: effectSchema,
  /** Per member. */
  caps: z.array(capSchema).min(1).max(5).optional(),
  /** Over all members, ever. */
  budget: points().optional(),
  /** Instead of the program's hold. */
  holdDays: z.int().min(0).max(365).optional(),
});

const basisSchema = z.strictObject({
  tax: z.enum(["gross", "net"]).default("gross"),
  discounts: z.enum(["before", "after"]).default("after"),
});

export const earningSchema = z.strictObject({
  basis: basisSchema.prefault({}),
  rounding: z.enum(["down", "nearest", "up"]).default("down"),
  stacking: z.enum(["best", "add", "multiply"]).default("best"),
  holdDays: z.int().min(0).max(365).default(0),
  /** Per member, on the whole award. */
  caps: z.array(capSchema).max(5).default([]),
  rules: z.array(ruleSchema).max(200).default([]),
});

export const expirySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({ kind: z.literal("after"), months: z.int().min(1).max(120) }),
]);

export const programSchema = z
  .strictObject({
    productTypes: z
      .array(z.strictObject({ key: key(), name: name(), excluded: z.boolean().optional() }))
      .max(1000)
      .default([]),
    /** Lowest first. */
    tiers: z
      .array(z.strictObject({ key: key(), name: name() }))
      .max(20)
      .default([]),
    earning: earningSchema.prefault({}),
    expiry: expirySchema.default({ kind: "never" }),
    refunds: z
      .strictObject({
        /** When the points of a refunded purchase are spent already: the member owes them, or the shop bears the loss. */
        policy: z.enum(["debt", "writeOff"]).default("debt"),
        /** Days after a lot's expiry during which points that a refund gives back to it may still be used. */
        graceDays: z.int().min(0).max(365).default(30),
      })
      .prefault({}),
    /** So many points are worth `amount` minor units. */
    pointValue: z.strictObject({ points: points().default(100), amount: minor().default(100) }).prefault({}),
    enrolment: z.strictObject({ universalDefault: z.boolean().default(false) }).prefault({}),
    gifts: z.strictObject({ enabled: z.boolean().default(true) }).prefault({}),
    adjustments: z
      .strictObject({ approvalAbove: z.int().min(0).max(1_000_000_000).default(1000) })
      .prefault({}),
  })
  .superRefine((program, context) => {
    for (const fault of checkProgram(program)) {
      context.addIssue({ code: "custom", path: fault.path, message: fault.code, input: fault.value });
    }
  });

export type Program = z.output<typeof programSchema>;
/** As a person writes it, defaults left out. */
export type ProgramInput = z.input<typeof programSchema>;
export type Rule = Program["earning"]["rules"][number];
export type Cap = z.output<typeof capSchema>;
export type CapPeriod = Cap["per"];
export type Stacking = Program["earning"]["stacking"];
export type Rounding = Program["earning"]["rounding"];

/** A valid program that awards nothing yet. */
export const emptyProgram = (): Program => programSchema.parse({});
