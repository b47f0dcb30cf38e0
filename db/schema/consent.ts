import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, memberId, merchantId } from "./columns";
import { member } from "./member";

/** Append-only: what a member agreed to or took back, in the words they read. The last of a kind is what holds. */
export const consentEvent = pgTable(
  "consent_event",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    id: uuid("id").notNull(),
    kind: text("kind").$type<"marketing">().notNull(),
    given: boolean("given").notNull(),
    /** The sentence that stood beside the box. */
    wording: text("wording").notNull(),
    /** Where it was said: on joining, in the profile, ... */
    via: text("via").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.id] }),
    // Who ever said yes: of them the list of members asks for the last word.
    index("consent_given").on(t.merchantId, t.kind, t.memberId, t.id).where(sql`given`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);
