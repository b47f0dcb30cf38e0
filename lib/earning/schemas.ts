import { z } from "zod";
import { externalId, id, instant, minorAmount, positivePoints, text } from "@/lib/kernel/fields";
import { memberRefSchema } from "@/lib/members/schemas";

/** Up to three decimals, handed on as thousandths. */
const quantity = z
  .number()
  .min(0)
  .max(1_000_000)
  .transform((value) => value * 1000)
  .refine((value) => Math.abs(value - Math.round(value)) < 1e-6, { error: "quantity" })
  .transform((value) => Math.round(value));

export const purchaseLineSchema = z
  .strictObject({
    productType: text(64),
    sku: text(100).optional(),
    name: text(200).optional(),
    quantity: quantity.prefault(1),
    /** What is paid for the line: tax included, discount already taken off. */
    amount: minorAmount(),
    tax: minorAmount().default(0),
    discount: minorAmount().default(0),
  })
  .refine((line) => line.tax <= line.amount, { error: "tax_over_amount", path: ["tax"] });

export const purchaseSchema = z.strictObject({
  externalId: externalId(),
  member: memberRefSchema,
  occurredAt: instant(),
  channel: text(64).default("store"),
  /** May be sent to be sure; anything but the merchant's own is refused. */
  currency: z.string().length(3).optional(),
  lines: z.array(purchaseLineSchema).min(1).max(500),
  tender: z
    .array(z.strictObject({ type: z.literal("points"), points: positivePoints() }))
    .max(1)
    .default([]),
});

export type PurchaseInput = z.output<typeof purchaseSchema>;

/** A purchase that is not recorded: by a member, or by anybody of a tier. */
export const previewSchema = purchaseSchema.omit({ externalId: true, member: true }).extend({
  member: z.union([
    memberRefSchema,
    z.strictObject({ tier: text(64).nullable(), firstPurchase: z.boolean() }),
  ]),
});

export type PreviewInput = z.output<typeof previewSchema>;

export const purchaseBatchSchema = z.strictObject({ purchases: z.array(z.unknown()).min(1).max(1000) });

const refundLineSchema = z.strictObject({
  /** As answered when the purchase was recorded. */
  id: z.string().regex(/^[1-9]\d{0,3}$/, { error: "refund.line" }),
  quantity: quantity.optional(),
  amount: minorAmount().optional(),
});

export const refundSchema = z
  .strictObject({
    purchase: id(),
    externalId: externalId(),
    occurredAt: instant().optional(),
    lines: z.array(refundLineSchema).min(1).max(500).optional(),
    amount: z.int().min(1).max(1_000_000_000_000).optional(),
  })
  .refine((refund) => !(refund.lines && refund.amount !== undefined), {
    error: "refund.either",
    path: ["amount"],
  });

export type RefundInput = z.output<typeof refundSchema>;
