import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";

/** Purchases that are looked back on: enough to be steady, and as many in a shop with millions. */
const lookBack = 1000;

/** Article numbers of what the latest purchases had most of, most first. */
export const mostSold = defineQuery({
  name: "products.most-sold",
  permission: "products.read",
  input: z.strictObject({ limit: z.int().min(1).max(100).default(60) }),
  async run({ actor, input, database }): Promise<string[]> {
    const { merchantId } = actor;
    const rows = await database.sql<{ sku: string }[]>`
      select l.sku from purchase_line l
      where l.merchant_id = ${merchantId} and l.sku is not null and l.purchase_id >= (
        select min(r.id::text)::uuid from (select p.id from purchase p where p.merchant_id = ${merchantId}
          order by p.id desc limit ${lookBack}) r)
      group by l.sku having sum(l.quantity - l.refunded_quantity) > 0
      order by sum(l.quantity - l.refunded_quantity) desc, l.sku limit ${input.limit}`;
    return rows.map((row) => row.sku);
  },
});
