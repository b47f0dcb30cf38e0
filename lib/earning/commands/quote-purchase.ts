import { defineCommand } from "@/lib/access/define-command";
import { recordPurchases } from "../record-purchases";
import { purchaseSchema } from "../schemas";

/** What a purchase would earn, decided exactly as if it were recorded. Nothing is written. */
export const quotePurchase = defineCommand({
  name: "purchase.quote",
  permission: "purchases.quote",
  input: purchaseSchema,
  async run({ actor, input, now, tx }) {
    const [outcome] = await recordPurchases({ tx, actor, now }, [input], { quote: true });
    if (!outcome?.ok) throw outcome?.problem;
    const { award, purchase } = await outcome.answer();
    return { award, purchase: { amount: purchase.amount, paidWithPoints: purchase.paidWithPoints } };
  },
});
