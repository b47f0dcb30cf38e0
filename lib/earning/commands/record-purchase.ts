import { defineCommand } from "@/lib/access/define-command";
import { recordPurchases } from "../record-purchases";
import { purchaseSchema } from "../schemas";

/** Records one purchase and its award. Sent again with the same external id it is answered, not recorded, again. */
export const recordPurchase = defineCommand({
  name: "purchase.record",
  permission: "purchases.record",
  input: purchaseSchema,
  async run({ actor, input, now, tx }) {
    const [outcome] = await recordPurchases({ tx, actor, now }, [input]);
    if (!outcome?.ok) throw outcome?.problem;
    return outcome.answer();
  },
});
