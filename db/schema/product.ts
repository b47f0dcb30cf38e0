import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/** What a shop sells and for how much: one list in the order of its buttons, read and saved as a whole. */
export const priceList = pgTable("price_list", {
  merchantId: merchantId()
    .references(() => merchant.id)
    .primaryKey(),
  products: jsonb("products").notNull(),
  /** Raised by every save: two tabs cannot overwrite each other unseen. */
  revision: integer("revision").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});
