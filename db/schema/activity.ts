import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { amount, instant, memberId, merchantId } from "./columns";
import { member } from "./member";

/** What a member did besides buying: a review, a visit, a cup of their own. */
export const activity = pgTable(
  "activity",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    externalId: text("external_id").notNull(),
    /** SHA-256 of what was sent: the same id with another body is refused. */
    requestHash: text("request_hash").notNull(),
    /** Key in the program. */
    type: text("type").notNull(),
    /** waiting: somebody has to approve it. */
    status: text("status").$type<"waiting" | "recorded" | "refused" | "undone">().notNull(),
    /** Within the limits of its type; tiers count these. */
    counted: boolean("counted").notNull(),
    source: text("source").$type<"staff" | "api" | "card">().notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    data: jsonb("data").$type<Record<string, string | number | boolean>>().notNull().default({}),
    /** The version in force when it happened, and what was used of limits, caps and budget under it. */
    programVersion: integer("program_version").notNull(),
    capUse: jsonb("cap_use").$type<Record<string, number>>().notNull().default({}),
    budgetUse: amount("budget_use").notNull().default(0),
    explanation: jsonb("explanation").notNull().default([]),
    /** As it was awarded, and the balance after it. */
    points: amount("points").notNull().default(0),
    pending: amount("pending").notNull().default(0),
    balance: amount("balance").notNull(),
    /** The member's ledger entry that credited it. */
    entrySeq: integer("entry_seq"),
    recordedBy: text("recorded_by").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** Why it was refused or taken back; what was said when it was approved. */
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("activity_external").on(t.merchantId, t.externalId),
    // A member's activities, and how many there were of late.
    index("activity_member").on(t.merchantId, t.memberId, t.occurredAt),
    // What explains an entry of the ledger.
    index("activity_entry").on(t.merchantId, t.memberId, t.entrySeq).where(sql`entry_seq is not null`),
    index("activity_waiting").on(t.merchantId, t.recordedAt).where(sql`status = 'waiting'`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);
