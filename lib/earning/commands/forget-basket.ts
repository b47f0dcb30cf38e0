import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";

/** Keeps a basket no longer. */
export const forgetBasket = defineCommand({
  name: "basket.forget",
  permission: "program.edit",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, now, tx }) {
    const [gone] = await tx.sql<{ name: string }[]>`
      delete from kept_basket where merchant_id = ${actor.merchantId} and id = ${input.id} returning name`;
    if (!gone) throw new Problem("not_found");
    audit(tx, actor, now, {
      action: "basket.forget",
      subject: `basket:${input.id}`,
      before: { name: gone.name },
    });
    return {};
  },
});
