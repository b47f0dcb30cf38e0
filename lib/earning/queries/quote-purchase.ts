import { defineQuery } from "@/lib/access/define-query";
import { quoteSwiftly } from "../record-swiftly";
import { purchaseSchema } from "../schemas";

/** What a purchase would earn, decided exactly as if it were recorded. Nothing is written. */
export const quotePurchase = defineQuery({
  name: "purchase.quote",
  permission: "purchases.quote",
  input: purchaseSchema,
  async run({ actor, input, now, database }) {
    const { award, purchase } = await quoteSwiftly({ actor, now, database }, input);
    return { award, purchase: { amount: purchase.amount, paidWithPoints: purchase.paidWithPoints } };
  },
});
