import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { amount, instant, memberId, merchantId } from "./columns";
import { member } from "./member";

/** Append-only. A member's entries are numbered from 1 without gaps. */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    seq: integer("seq").notNull(),
    kind: text("kind").notNull(),
    /** Change of the balance, and of what is pending. */
    points: amount("points").notNull(),
    pending: amount("pending").notNull().default(0),
    previousBalance: amount("previous_balance").notNull(),
    balance: amount("balance").notNull(),
    purchaseId: uuid("purchase_id"),
    refundId: uuid("refund_id"),
    giftId: uuid("gift_id"),
    mergeId: uuid("merge_id"),
    redemptionId: uuid("redemption_id"),
    /** The entry of the same member that this one takes back. */
    reversesSeq: integer("reverses_seq"),
    reference: text("reference"),
    reason: text("reason"),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    actor: text("actor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.seq] }),
    // What moved a member's points by itself, by when it did. What a purchase posts is told with the purchase, so that most
    // entries are not in it and recording one costs nothing more.
    index("ledger_story")
      .on(t.merchantId, t.memberId, t.occurredAt, t.seq)
      .where(sql`(purchase_id is null or kind = 'release') and redemption_id is null and merge_id is null`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** Points earned together that expire together. */
export const lot = pgTable(
  "lot",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    no: integer("no").notNull(),
    state: text("state").$type<"pending" | "open">().notNull(),
    points: amount("points").notNull(),
    remaining: amount("remaining").notNull(),
    earnedAt: instant("earned_at").notNull(),
    availableAt: instant("available_at").notNull(),
    expiresAt: instant("expires_at"),
    entrySeq: integer("entry_seq").notNull(),
    purchaseId: uuid("purchase_id"),
    /** Validity to apply when it becomes available, fixed when it was earned. */
    validityMonths: integer("validity_months"),
    /** The lot of a merged member that this one carries on, the first of them, and how much of it had expired there. */
    originMemberId: uuid("origin_member_id"),
    originNo: integer("origin_no"),
    expiredBefore: amount("expired_before").notNull().default(0),
    /** Months without activity after which it expires: `expires_at` is then what was known when this row was written. */
    idleMonths: integer("idle_months"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.no] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/**
 * What an entry took from (or gave back to) a lot that existed before it. No foreign key to the lot: looked up row by row, it took
 * a quarter of the time of an expiry (docs/adr/0060). `verify` finds a movement of a lot that does not exist.
 */
export const lotMovement = pgTable(
  "lot_movement",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    entrySeq: integer("entry_seq").notNull(),
    lotNo: integer("lot_no").notNull(),
    points: amount("points").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.memberId, t.entrySeq, t.lotNo] })],
);

export const capUse = pgTable(
  "cap_use",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    /** Local day, week, month or year, as in kernel/calendar's periodKeys. */
    period: text("period").notNull(),
    /** `*` for the cap on the whole award. */
    rule: text("rule").notNull(),
    used: amount("used").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.memberId, t.period, t.rule] })],
);

export const budgetUse = pgTable(
  "budget_use",
  {
    merchantId: merchantId(),
    rule: text("rule").notNull(),
    used: amount("used").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.rule] })],
);

export const gift = pgTable(
  "gift",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    fromMemberId: uuid("from_member_id").notNull(),
    toMemberId: uuid("to_member_id").notNull(),
    points: amount("points").notNull(),
    reference: text("reference"),
    createdAt: instant("created_at").notNull(),
    actor: text("actor").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.id] })],
);

/** Adjustments above the owner's limit wait here for a second person. */
export const adjustmentRequest = pgTable(
  "adjustment_request",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    points: amount("points").notNull(),
    reason: text("reason").notNull(),
    status: text("status").$type<"waiting" | "approved" | "refused">().notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    index("adjustment_waiting").on(t.merchantId, t.requestedAt).where(sql`status = 'waiting'`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** Totals as they happen. Several slots a day, so that one hot row does not serialise a busy shop. */
export const dayTotal = pgTable(
  "day_total",
  {
    merchantId: merchantId(),
    day: date("day", { mode: "string" }).notNull(),
    slot: smallint("slot").notNull(),
    purchases: amount("purchases").notNull().default(0),
    revenue: amount("revenue").notNull().default(0),
    refunds: amount("refunds").notNull().default(0),
    refunded: amount("refunded").notNull().default(0),
    enrolled: amount("enrolled").notNull().default(0),
    /** Points, each as a positive count of what that kind of entry moved. */
    issued: amount("issued").notNull().default(0),
    pending: amount("pending").notNull().default(0),
    redeemed: amount("redeemed").notNull().default(0),
    expired: amount("expired").notNull().default(0),
    takenBack: amount("taken_back").notNull().default(0),
    other: amount("other").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.day, t.slot] })],
);

/** The answer that an Idempotency-Key was given, for as long as it may be asked again. */
export const idempotencyKey = pgTable(
  "idempotency_key",
  {
    merchantId: merchantId(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    response: jsonb("response"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.key] }),
    index("idempotency_old").on(t.merchantId, t.createdAt),
  ],
);
