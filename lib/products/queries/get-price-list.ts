import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import type { Product } from "../schemas";

export interface PriceList {
  products: Product[];
  /** 0: nobody has made one yet. */
  revision: number;
}

/** What the shop sells, in the order of its buttons. */
export const getPriceList = defineQuery({
  name: "products.get",
  permission: "products.read",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<PriceList> {
    const [row] = await database.sql<PriceList[]>`
      select products, revision from price_list where merchant_id = ${actor.merchantId}`;
    return row ? { ...row } : { products: [], revision: 0 };
  },
});
