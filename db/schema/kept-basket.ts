import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/** A basket to try every change of the rules on. */
export const keptBasket = pgTable(
  "kept_basket",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** As the simulator takes it. */
    basket: jsonb("basket").notNull(),
    keptBy: text("kept_by").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.id] })],
);
