import { defineCommand } from "@/lib/access/define-command";
import { recordPurchases } from "../record-purchases";
import { recordSwiftly } from "../record-swiftly";
import { purchaseSchema } from "../schemas";

/** Records one purchase and its award. Sent again with the same external id it is answered, not recorded, again. */
export const recordPurchase = defineCommand({
  name: "purchase.record",
  permission: "purchases.record",
  input: purchaseSchema,
  swift: ({ actor, input, now, database }) => recordSwiftly({ actor, now, database }, input),
  async run({ actor, input, now, tx }) {
    const [outcome] = await recordPurchases({ tx, actor, now }, [input]);
    if (!outcome?.ok) throw outcome?.problem;
    return outcome.answer();
  },
});
