import { sql } from "drizzle-orm";
import {
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

export const purchase = pgTable(
  "purchase",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    externalId: text("external_id").notNull(),
    /** SHA-256 of what was sent: the same id with another body is refused. */
    requestHash: text("request_hash").notNull(),
    status: text("status").$type<"recorded" | "undone">().notNull().default("recorded"),
    channel: text("channel").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** Minor units: what the lines add up to, and what points paid of it. */
    amount: amount("amount").notNull(),
    paidWithPoints: amount("paid_with_points").notNull().default(0),
    pointsTendered: amount("points_tendered").notNull().default(0),
    refunded: amount("refunded").notNull().default(0),
    /** All that was awarded, how much of it was held, and the balance after it: a repeat is answered with these. */
    points: amount("points").notNull(),
    pending: amount("pending").notNull(),
    balance: amount("balance").notNull(),
    pointsTaken: amount("points_taken").notNull().default(0),
    programVersion: integer("program_version").notNull(),
    /** The recorded facts of the decision: a refund is judged by these, never by today's. */
    basis: jsonb("basis").notNull(),
    explanation: jsonb("explanation").notNull(),
    entrySeq: integer("entry_seq"),
    importId: uuid("import_id"),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("purchase_external").on(t.merchantId, t.externalId).where(sql`status = 'recorded'`),
    // A member's purchases, and whether one was the first.
    index("purchase_member").on(t.merchantId, t.memberId, t.occurredAt),
    // Undoing an import.
    index("purchase_import").on(t.merchantId, t.importId).where(sql`import_id is not null`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

export const purchaseLine = pgTable(
  "purchase_line",
  {
    merchantId: merchantId(),
    purchaseId: uuid("purchase_id").notNull(),
    no: integer("no").notNull(),
    productType: text("product_type").notNull(),
    sku: text("sku"),
    name: text("name"),
    /** Thousandths. */
    quantity: amount("quantity").notNull(),
    amount: amount("amount").notNull(),
    tax: amount("tax").notNull().default(0),
    discount: amount("discount").notNull().default(0),
    refundedAmount: amount("refunded_amount").notNull().default(0),
    refundedQuantity: amount("refunded_quantity").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.purchaseId, t.no] }),
    foreignKey({ columns: [t.merchantId, t.purchaseId], foreignColumns: [purchase.merchantId, purchase.id] }),
  ],
);

export const refund = pgTable(
  "refund",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    purchaseId: uuid("purchase_id").notNull(),
    memberId: memberId(),
    externalId: text("external_id").notNull(),
    requestHash: text("request_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    amount: amount("amount").notNull(),
    /** What went back as money and as points. */
    money: amount("money").notNull(),
    pointsReturned: amount("points_returned").notNull().default(0),
    pointsTaken: amount("points_taken").notNull(),
    writtenOff: amount("written_off").notNull().default(0),
    balance: amount("balance").notNull(),
    lines: jsonb("lines").$type<{ no: number; amount: number; quantity: number }[]>().notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("refund_external").on(t.merchantId, t.externalId),
    index("refund_purchase").on(t.merchantId, t.purchaseId),
    // A member's refunds, as their story tells them.
    index("refund_member").on(t.merchantId, t.memberId, t.occurredAt),
    foreignKey({ columns: [t.merchantId, t.purchaseId], foreignColumns: [purchase.merchantId, purchase.id] }),
  ],
);
