import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { priceListSchema } from "../schemas";

/** Saves the price list over the revision that its editor saw; a later one is refused, not overwritten. */
export const savePriceList = defineCommand({
  name: "products.save",
  permission: "products.edit",
  input: priceListSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [before] = await tx.sql<{ revision: number; products: unknown }[]>`
      select revision, products from price_list where merchant_id = ${merchantId} for update`;
    if ((before?.revision ?? 0) !== input.revision) throw new Problem("products_changed");
    const revision = input.revision + 1;
    const products = JSON.stringify(input.products);
    const at = now.toISOString();
    // Two first saves at once: the second meets the first one's row, is tried again and refused above.
    if (before) {
      await tx.sql`
        update price_list set products = ${products}::text::jsonb, revision = ${revision}, updated_at = ${at},
          updated_by = ${actorName(actor)}
        where merchant_id = ${merchantId}`;
    } else {
      await tx.sql`
        insert into price_list (merchant_id, products, revision, updated_at, updated_by)
        values (${merchantId}, ${products}::text::jsonb, ${revision}, ${at}, ${actorName(actor)})`;
    }
    audit(tx, actor, now, {
      action: "products.save",
      subject: "products",
      before: before?.products,
      after: input.products,
    });
    return { revision };
  },
});
