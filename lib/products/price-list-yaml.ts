import { Document } from "yaml";
import type { Product } from "./schemas";

const head = ` What is sold and for how much, in the order of the till's buttons. Change it and put it in force:
   npm run -s regulars -- products apply --merchant SLUG FILE
 price is in minor units (100 is 1.00), tax included; productType is a key of the program's product types.`;

/** A price list as a file that a person edits, a product below the other. */
export function priceListYaml(products: readonly Product[]): string {
  const document = new Document({ products }, { aliasDuplicateObjects: false });
  document.commentBefore = head;
  return document.toString({ lineWidth: 110 });
}
