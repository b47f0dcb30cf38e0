import { z } from "zod";
import { minor } from "@/lib/kernel/document-fields";
import { externalId, id, instant, minorAmount, positivePoints, text } from "@/lib/kernel/fields";
import { normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import { memberRefSchema } from "@/lib/members/schemas";

/** Up to three decimals, handed on as thousandths. */
const quantity = z
  .number()
  .min(0)
  .max(1_000_000)
  .transform((value) => value * 1000)
  .refine((value) => Math.abs(value - Math.round(value)) < 1e-6, { error: "quantity" })
  .transform((value) => Math.round(value))
  .describe("How many, with up to three decimals.");

export const purchaseLineSchema = z
  .strictObject({
    productType: text(64).describe(
      "Key of a product type. One that the program does not know earns what rules for everything give.",
    ),
    sku: text(100).optional().describe("The shop's article number."),
    name: text(200).optional().describe("What it is called on the receipt."),
    quantity: quantity.prefault(1),
    amount: minorAmount().describe(
      "What is paid for the line in minor units: tax included, discount already taken off.",
    ),
    tax: minorAmount().default(0).describe("How much of the amount is tax."),
    discount: minorAmount().default(0).describe("How much was taken off before the amount was reached."),
    voucherDiscount: minorAmount()
      .optional()
      .describe(
        "How much of the discount the purchase's vouchers took off. Without it, all of it where they are for the line, and else nothing.",
      ),
  })
  .refine((line) => line.tax <= Math.max(line.amount, 0), { error: "tax_over_amount", path: ["tax"] })
  .refine((line) => (line.voucherDiscount ?? 0) <= Math.max(line.discount, 0), {
    error: "voucher.over_discount",
    path: ["voucherDiscount"],
  });

export const purchaseSchema = z
  .strictObject({
    externalId: externalId().describe(
      "The shop's own id of the purchase: a receipt number. It is recorded once.",
    ),
    member: memberRefSchema,
    occurredAt: instant().describe("When it happened, with an offset. Not in the future."),
    channel: text(64).default("store").describe("Where it was made, as the rules name it."),
    currency: z
      .string()
      .length(3)
      .optional()
      .describe("ISO 4217. May be sent to be sure; anything but the shop's own is refused."),
    lines: z.array(purchaseLineSchema).min(1).max(500).describe("What was bought."),
    tender: z
      .array(
        z.strictObject({
          type: z.literal("points").describe("Only points have to be told; the rest was money."),
          points: positivePoints().describe("How many points paid for a part of it."),
        }),
      )
      .max(1)
      .default([])
      .describe("What paid for it besides money."),
    vouchers: z
      .array(text(40).transform(normaliseVoucherCode))
      .min(1)
      .max(10)
      .optional()
      .describe(
        "Codes of the money-off vouchers whose discount is in the lines, in the order in which they took it off: each from what the ones before left, spread over its lines by their amounts. Another discount than theirs is refused. They are used with the purchase, or not at all.",
      ),
  })
  .meta({ id: "PurchaseRequest", description: "A purchase to record." });

export type PurchaseInput = z.output<typeof purchaseSchema>;

/** A purchase that is not recorded: by a member, or by anybody of a tier. */
export const previewSchema = purchaseSchema.omit({ externalId: true, member: true, vouchers: true }).extend({
  member: z.union([
    memberRefSchema,
    z.strictObject({ tier: text(64).nullable(), firstPurchase: z.boolean() }),
  ]),
});

export type PreviewInput = z.output<typeof previewSchema>;

const batch = <S extends z.ZodType>(purchase: S) =>
  z.strictObject({
    purchases: z.array(purchase).min(1).max(1000).describe("In the order in which they are recorded."),
  });

/** Each purchase is read on its own, so that one that is wrong does not refuse the others. */
export const purchaseBatchSchema = batch(z.unknown());
/** What the documentation shows of it. */
export const documentedBatchSchema = batch(purchaseSchema);

const refundLineSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: "refund.line" })
    .describe("As answered when the purchase was recorded."),
  quantity: quantity.optional(),
  amount: minorAmount()
    .optional()
    .describe("How much of the line, in minor units. Without amount and quantity: all that is left of it."),
});

export const refundSchema = z
  .strictObject({
    purchase: id().describe("The purchase's id."),
    externalId: externalId().describe("The shop's own id of the refund. It is recorded once."),
    occurredAt: instant().optional().describe("When it happened; now, when left out."),
    lines: z.array(refundLineSchema).min(1).max(500).optional().describe("What is given back, by line."),
    amount: minor()
      .optional()
      .describe("What is given back in minor units, spread over all lines. Instead of lines."),
  })
  .refine((refund) => !(refund.lines && refund.amount !== undefined), {
    error: "refund.either",
    path: ["amount"],
  });

export type RefundInput = z.output<typeof refundSchema>;
