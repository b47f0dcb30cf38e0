import { uuidv7 } from "@/lib/kernel/ids";

/** A basket of two lines, as the API would send it. */
export const samplePurchase = (member: { id: string }, externalId = uuidv7()) => ({
  externalId,
  member: { id: member.id },
  occurredAt: new Date().toISOString(),
  channel: "store",
  lines: [
    { productType: "coffee", sku: "flat-white", quantity: 1, amount: 16_000, tax: 1_455 },
    { productType: "food", sku: "su-boregi", quantity: 2, amount: 10_000, tax: 909 },
  ],
});
