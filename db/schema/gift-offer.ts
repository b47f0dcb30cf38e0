import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { amount, instant, merchantId } from "./columns";
import { member } from "./member";

/**
 * A gift that waits for the other member to accept it. Its points have left the giver's lots by the entry `entry_seq`; they
 * arrive with the other member, or go back to the lots they came from.
 */
export const giftOffer = pgTable(
  "gift_offer",
  {
    merchantId: merchantId(),
    /** Chosen by the giver's page, so that a form sent twice offers once. */
    id: uuid("id").notNull(),
    fromMemberId: uuid("from_member_id").notNull(),
    toMemberId: uuid("to_member_id").notNull(),
    points: amount("points").notNull(),
    message: text("message"),
    status: text("status").$type<"offered" | "accepted" | "declined" | "cancelled" | "expired">().notNull(),
    /** The giver's entry that took the points out. */
    entrySeq: integer("entry_seq").notNull(),
    createdAt: instant("created_at").notNull(),
    /** First instant at which it can no longer be accepted: never later than the points themselves expire. */
    expiresAt: instant("expires_at").notNull(),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    // A member's gifts, both ways.
    index("gift_offer_from").on(t.merchantId, t.fromMemberId, t.createdAt),
    index("gift_offer_to").on(t.merchantId, t.toMemberId, t.createdAt),
    // run-due: which have to go back.
    index("gift_offer_due").on(t.merchantId, t.expiresAt).where(sql`status = 'offered'`),
    foreignKey({ columns: [t.merchantId, t.fromMemberId], foreignColumns: [member.merchantId, member.id] }),
    foreignKey({ columns: [t.merchantId, t.toMemberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);
