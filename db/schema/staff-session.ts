import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/**
 * Where somebody of a shop's staff is signed in, as this shop saw them. What a person does in another shop is not in it, and
 * ending one here ends nothing there.
 */
export const staffSession = pgTable(
  "staff_session",
  {
    merchantId: merchantId().references(() => merchant.id),
    accountId: uuid("account_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    /** The browser's own name for itself. */
    device: text("device"),
    address: text("address"),
    firstSeenAt: instant("first_seen_at").notNull(),
    /** To five minutes. */
    lastSeenAt: instant("last_seen_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.accountId, t.sessionId] })],
);
