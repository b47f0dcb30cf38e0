import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { amount, instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/** Who did what to what, when, from where, before and after. */
export const auditEvent = pgTable(
  "audit_event",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject"),
    transport: text("transport").notNull(),
    address: text("address"),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    // What was done to a member. Purchases, which are most of the log, are not in it.
    index("audit_member").on(t.merchantId, t.subject, t.id).where(sql`subject like 'member:%'`),
  ],
);

/** Mail to deliver, and mail delivered: without SMTP_URL it stays here, readable by the owner. */
export const outbox = pgTable(
  "outbox",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    status: text("status").$type<"queued" | "sent" | "kept" | "failed">().notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    index("outbox_queued").on(t.merchantId, t.createdAt).where(sql`status = 'queued'`),
    // A member's mail.
    index("outbox_recipient").on(t.merchantId, t.recipient, t.id),
  ],
);

export const importRun = pgTable(
  "import_run",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    kind: text("kind").$type<"purchases" | "members">().notNull(),
    fileName: text("file_name").notNull(),
    mapping: jsonb("mapping").notNull(),
    status: text("status").$type<"running" | "done" | "failed" | "undoing" | "undone">().notNull(),
    accepted: integer("accepted").notNull().default(0),
    repeated: integer("repeated").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    membersCreated: integer("members_created").notNull().default(0),
    points: amount("points").notNull().default(0),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    startedBy: text("started_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.id] })],
);

export const importRefusal = pgTable(
  "import_refusal",
  {
    merchantId: merchantId(),
    importId: uuid("import_id").notNull(),
    row: integer("row").notNull(),
    field: text("field"),
    code: text("code").notNull(),
    message: text("message").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.importId, t.row] }),
    foreignKey({ columns: [t.merchantId, t.importId], foreignColumns: [importRun.merchantId, importRun.id] }),
  ],
);
