import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
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
    /** Where one POST ends mail of this kind (RFC 8058); null for mail that somebody asked for. */
    unsubscribeUrl: text("unsubscribe_url"),
    /** Not before then: a member's quiet hours. */
    sendAfter: instant("send_after"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    index("outbox_queued").on(t.merchantId, t.createdAt).where(sql`status = 'queued'`),
    // What was given up, and how much that is.
    index("outbox_failed").on(t.merchantId, t.id).where(sql`status = 'failed'`),
    // A member's mail.
    index("outbox_recipient").on(t.merchantId, t.recipient, t.createdAt, t.id),
  ],
);
