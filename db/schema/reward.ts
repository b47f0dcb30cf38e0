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

/** A reward that was taken or given, and its voucher. It keeps what it was when it was taken, whatever the program becomes. */
export const redemption = pgTable(
  "redemption",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    reward: text("reward").notNull(),
    name: text("name").notNull(),
    gives: jsonb("gives").notNull(),
    programVersion: integer("program_version").notNull(),
    quantity: integer("quantity").notNull(),
    /** Points spent, and the balance after it: a repeat is answered with these. */
    points: amount("points").notNull(),
    balance: amount("balance").notNull(),
    /** The entry that spent them; null when it was free. */
    entrySeq: integer("entry_seq"),
    source: text("source").$type<"points" | "birthday" | "tier" | "apology" | "treat">().notNull(),
    /** What it was given for, so that it is given once: `birthday:2026`. */
    occasion: text("occasion"),
    reason: text("reason"),
    status: text("status").$type<"open" | "used" | "expired" | "cancelled">().notNull(),
    /** null: nothing has to be got ready. */
    fulfilment: text("fulfilment").$type<"waiting" | "ready" | "handed-over" | "cancelled">(),
    /** null: a donation has no voucher. */
    code: text("code"),
    expiresAt: instant("expires_at"),
    /** Whether it was taken from the reward's stock. */
    stocked: boolean("stocked").notNull(),
    /** Minor units given to a cause. */
    donated: amount("donated").notNull().default(0),
    redeemedAt: instant("redeemed_at").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    recordedBy: text("recorded_by").notNull(),
    /** When it was used, expired or was cancelled, and by whom. */
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
    endedReference: text("ended_reference"),
    purchaseId: uuid("purchase_id"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("redemption_code").on(t.merchantId, t.code),
    // A member's vouchers, and how many they took in a period.
    index("redemption_member").on(t.merchantId, t.memberId, t.redeemedAt),
    // What became of a member's vouchers.
    index("redemption_ended").on(t.merchantId, t.memberId, t.endedAt).where(sql`ended_at is not null`),
    // An occasion gives once.
    uniqueIndex("redemption_occasion")
      .on(t.merchantId, t.memberId, t.reward, t.occasion)
      .where(sql`occasion is not null and status <> 'cancelled'`),
    // run-due: which vouchers expire.
    index("redemption_expiry").on(t.merchantId, t.expiresAt).where(sql`status = 'open'`),
    // What waits for staff.
    index("redemption_waiting").on(t.merchantId, t.redeemedAt).where(sql`fulfilment in ('waiting', 'ready')`),
    // Refunding a purchase gives its vouchers back.
    index("redemption_purchase").on(t.merchantId, t.purchaseId).where(sql`purchase_id is not null`),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** What was given of a reward that has a stock, or that is a donation. A row is made when such a reward is published. */
export const rewardTotal = pgTable(
  "reward_total",
  {
    merchantId: merchantId(),
    reward: text("reward").notNull(),
    /** Taken from its stock and not cancelled. */
    given: amount("given").notNull().default(0),
    /** Minor units given to its cause. */
    donated: amount("donated").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.reward] })],
);
