import { z } from "zod";
import { key, minor, name, periods, points } from "@/lib/kernel/document-fields";
import { day, id, text } from "@/lib/kernel/fields";
import { isPictureHash, longestPicture, pictureFault } from "@/lib/kernel/picture-data";
import { memberRefSchema } from "@/lib/members/schemas";

/** The rewards of a program document, and what the commands about them take. */

const productTypes = () =>
  z.array(key()).min(1).max(500).optional().describe("Keys of product types: only their lines count.");
const minimumSpend = () => minor().optional().describe("Minor units that the basket must come to.");

/** What a reward is. Its name says it to people; this says what to do with it. */
export const givesSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amountOff").describe("So much off a purchase."),
    amount: minor().describe("Minor units taken off."),
    minimumSpend: minimumSpend(),
    productTypes: productTypes(),
  }),
  z.strictObject({
    kind: z.literal("percentOff").describe("A share off a purchase."),
    percent: z.int().min(1).max(10_000).describe("In basis points: 1,000 is 10%."),
    upTo: minor().optional().describe("The most that it takes off, in minor units."),
    minimumSpend: minimumSpend(),
    productTypes: productTypes(),
  }),
  z.strictObject({
    kind: z.literal("product").describe("A product for nothing."),
    productType: key().optional().describe("Key of its product type: the dearest line of it costs nothing."),
  }),
  z.strictObject({ kind: z.literal("experience").describe("An event, a tasting, a workshop.") }),
  z.strictObject({ kind: z.literal("earlyAccess").describe("Being served before everybody else is.") }),
  z.strictObject({
    kind: z.literal("service").describe("Something that a person does and hands over: it waits on a list."),
  }),
  z.strictObject({
    kind: z.literal("donation").describe("Money that the shop gives to a cause."),
    cause: name().describe("Who is given to."),
    amount: minor().describe("Minor units given each time."),
  }),
  z.strictObject({ kind: z.literal("treat").describe("Something that staff give on the spot.") }),
]);

/** Why something is given for nothing. */
export const occasions = ["birthday", "tier", "apology", "treat"] as const;

const tierPriceSchema = z.strictObject({
  tier: key().describe("Key of a tier: its price, and that of the tiers above until one has its own."),
  points: z.int().min(0).max(1_000_000_000).describe("Points; 0 is free."),
});

export const priceSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("points").describe("Whoever has the points may take it."),
    points: points().describe("How many."),
    tiers: z.array(tierPriceSchema).min(1).max(20).optional().describe("Other prices for some tiers."),
  }),
  z.strictObject({
    kind: z.literal("granted").describe("Free, for those whom it is given to."),
    on: z.array(z.enum(occasions)).min(1).max(4).describe("On which occasions."),
  }),
]);

export const limitSchema = z.strictObject({
  per: z.enum(periods).describe("The period, as the shop's clock has it."),
  count: z.int().min(1).max(10_000).describe("How many a member may take in it."),
});

/** A picture that is kept already, by its SHA-256, or a new one. */
const picture = () =>
  z
    .string()
    .max(longestPicture, { error: "picture.size" })
    .superRefine((value, context) => {
      const fault = isPictureHash(value) ? null : pictureFault(value);
      if (fault) context.addIssue({ code: "custom", message: fault });
    });

export const rewardSchema = z.strictObject({
  key: key().describe("Names the reward in vouchers and in the API; it stays when the name changes."),
  name: name().describe("What people call it."),
  description: text(500).optional().describe("A sentence or two about it."),
  gives: givesSchema.describe("What it is."),
  price: priceSchema.describe("What it costs."),
  stock: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .optional()
    .describe("How many there are in all. Without it there are always more."),
  limits: z.array(limitSchema).min(1).max(5).optional().describe("The most that a member takes, by period."),
  validDays: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe("Days after the day it is taken on which its voucher still works. Without it, for good."),
  tiers: z.array(key()).min(1).max(20).optional().describe("Keys of tiers: only their members."),
  tags: z.array(text(60)).min(1).max(20).optional().describe("Only members with one of these tags."),
  dates: z
    .strictObject({
      from: day().optional().describe("First day on which it can be taken."),
      to: day().optional().describe("Last day, included."),
    })
    .optional()
    .describe("Only on these local days."),
  earlier: z
    .array(
      z.strictObject({
        tier: key().describe("Key of a tier: it and the tiers above, until one has a day of its own."),
        from: day().describe("Their first day."),
      }),
    )
    .min(1)
    .max(20)
    .optional()
    .describe("Tiers that may take it from an earlier day than `dates.from`."),
  prepared: z
    .literal(true)
    .optional()
    .describe("Somebody has to get it ready: it waits on a list until it is handed over."),
  picture: picture()
    .optional()
    .describe(
      "A PNG, JPEG or WebP of at most 100 kB as a data URL. It is kept, and its SHA-256 takes its place here: members see it at /c/{program}/pictures/{picture}.",
    ),
  terms: text(2000).optional().describe("What else holds, in small print."),
});

export const rewardsSchema = z
  .array(rewardSchema)
  .max(200)
  .default([])
  .describe("What points are for, in the order in which it is shown.");

export type Reward = z.output<typeof rewardSchema>;
export type Gives = z.output<typeof givesSchema>;
export type Occasion = (typeof occasions)[number];
export type LimitPeriod = z.output<typeof limitSchema>["per"];

const quantity = () => z.int().min(1).max(100).default(1).describe("How many, on one voucher.");
const seenVersion = () =>
  z
    .int()
    .min(1)
    .optional()
    .describe(
      "The program's version in which the reward was looked at. If it costs or gives something else since, nothing is taken and the answer says what changed.",
    );
const tap = () =>
  id().optional().describe("An id of the caller's own for the redemption: sent again, it is recorded once.");

export const redemptionSchema = z
  .strictObject({
    member: memberRefSchema,
    reward: key().describe("Key of the reward."),
    quantity: quantity(),
    version: seenVersion(),
    id: tap(),
  })
  .meta({ id: "RedemptionRequest", description: "A reward to take." });

/** The same by the customer, for their own points. */
export const ownRedemptionSchema = redemptionSchema.omit({ member: true });

export type RedemptionInput = z.output<typeof ownRedemptionSchema>;

export const cancellationSchema = z.strictObject({
  redemption: id().describe("The redemption's id."),
  reason: text(500).optional().describe("Why. Kept with it."),
});

export const voucherCodeSchema = z.strictObject({
  code: text(40).describe("The voucher's code, with or without dashes, in any case."),
});

export const voucherUseSchema = voucherCodeSchema.extend({
  reference: text(200).optional().describe("The shop's own name for where it was used: a receipt number."),
});

export const grantSchema = z.strictObject({
  member: memberRefSchema,
  reward: key().describe("Key of a reward that is given on this occasion."),
  occasion: z.enum(occasions).describe("Why it is given."),
  reason: text(500).optional().describe("What happened. Kept with it."),
  id: tap(),
});

/** Where the work on a redemption can be moved to by hand. */
export const fulfilmentSchema = z.strictObject({
  redemption: id(),
  to: z.enum(["waiting", "ready", "handed-over"]),
});
