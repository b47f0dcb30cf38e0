import { z } from "zod";
import { defineEndpoint } from "@/lib/access/define-endpoint";
import { getPriceList } from "./queries/get-price-list";
import { productSchema } from "./schemas";

const priceListAnswer = z.strictObject({
  products: z
    .array(productSchema.meta({ id: "Product", description: "Something that is sold." }))
    .describe("In the order of their buttons at the till."),
  revision: z.int().describe("Counts up whenever the list is saved; 0: nobody has made one yet."),
});

export const listProducts = defineEndpoint({
  verb: "GET",
  path: "/products",
  summary: "Read the price list",
  description:
    "What the shop sells and for how much, as its till shows it. Prices are no part of the program: they change without a new version of the rules.",
  handler: getPriceList,
  status: 200,
  response: priceListAnswer,
  example: {
    answer: {
      products: [{ sku: "latte", name: "Latte", price: 17_000, productType: "coffee", group: "Coffee" }],
      revision: 3,
    },
  },
});
