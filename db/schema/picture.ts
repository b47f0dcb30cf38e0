import { customType, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Pictures of a program's rewards, by the hash of what is in them: versions of the program share them, and none ever changes. */
export const picture = pgTable(
  "picture",
  {
    merchantId: merchantId().references(() => merchant.id),
    hash: text("hash").notNull(),
    /** As browsers are told: image/webp. */
    type: text("type").notNull(),
    bytes: bytes("bytes").notNull(),
    /** When a draft or a version that has it was last saved. */
    namedAt: instant("named_at").notNull(),
    addedBy: text("added_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.hash] })],
);
