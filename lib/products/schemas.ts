import { z } from "zod";
import { minor } from "@/lib/kernel/document-fields";
import { text } from "@/lib/kernel/fields";

export const productSchema = z.strictObject({
  sku: text(100).describe(
    "The shop's article number, as purchase lines carry it. Stays when the name changes.",
  ),
  name: text(80).describe("As it stands on the button and on the receipt."),
  price: minor().describe("Price of one in minor units, tax included."),
  productType: text(64).describe("Key of the product type that it counts as."),
  group: text(40).describe("The tab that its button is on."),
});

export type Product = z.output<typeof productSchema>;

/** Products in the order of their buttons; a sku names one of them. */
export const priceListSchema = z.strictObject({
  products: z
    .array(productSchema)
    .max(500)
    .superRefine((products, context) => {
      const seen = new Set<string>();
      for (const [index, { sku }] of products.entries()) {
        if (seen.has(sku)) {
          context.addIssue({
            code: "custom",
            path: [index, "sku"],
            message: "product.sku_twice",
            input: sku,
          });
        }
        seen.add(sku);
      }
    }),
  revision: z.int().min(0).describe("The revision that was edited; 0: there was no list."),
});
