import { date, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { merchantId } from "./columns";
import { merchant } from "./merchant";

/** Who came in thirty days, and how many of them came again in the thirty after: counted anew every night. */
export const comeBack = pgTable(
  "come_back",
  {
    merchantId: merchantId().references(() => merchant.id),
    /** Last day of the first thirty. */
    ends: date("ends", { mode: "string" }).notNull(),
    came: integer("came").notNull(),
    back: integer("back").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.ends] })],
);
