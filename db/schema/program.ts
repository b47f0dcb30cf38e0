import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/** Published programs. A row never changes: what happened keeps its version. */
export const programVersion = pgTable(
  "program_version",
  {
    merchantId: merchantId().references(() => merchant.id),
    version: integer("version").notNull(),
    content: jsonb("content").notNull(),
    /** Rules with a budget: the award locks their counters, and only theirs. */
    budgetRules: text("budget_rules").array().notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: text("published_by").notNull(),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.version] }),
    // The award: which version was in force at an instant.
    index("program_version_effective").on(t.merchantId, t.effectiveFrom),
  ],
);

export const programDraft = pgTable("program_draft", {
  merchantId: merchantId()
    .references(() => merchant.id)
    .primaryKey(),
  content: jsonb("content").notNull(),
  basedOn: integer("based_on").notNull(),
  /** Raised by every save: two tabs cannot overwrite each other unseen. */
  revision: integer("revision").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});
