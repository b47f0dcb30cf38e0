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

const live = sql`status = 'active'`;

export const member = pgTable(
  "member",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** erased: left or removed, nothing identifying is kept. undone: its import was undone. */
    status: text("status").$type<"active" | "erased" | "undone">().notNull().default("active"),
    cardNumber: text("card_number").notNull(),
    externalId: text("external_id"),
    name: text("name"),
    /** Lower-cased, accents folded, for look-up by name in any spelling. */
    nameKey: text("name_key"),
    /** The same with the last word first: people are looked up by either. */
    surnameKey: text("surname_key"),
    email: text("email"),
    /** E.164. */
    phone: text("phone"),
    birthday: date("birthday", { mode: "string" }),
    locale: text("locale"),
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    tier: text("tier"),
    accountId: uuid("account_id"),
    enrolledAt: instant("enrolled_at").notNull(),
    enrolledVia: text("enrolled_via").notNull(),
    importId: uuid("import_id"),
    /** The snapshot: moved in the same transaction as the ledger, checked by `verify`. */
    balance: amount("balance").notNull().default(0),
    pending: amount("pending").notNull().default(0),
    debt: amount("debt").notNull().default(0),
    /** When the next lot is released or expires: nothing falls due before it. */
    nextDueAt: instant("next_due_at"),
    entrySeq: integer("entry_seq").notNull().default(0),
    lotNo: integer("lot_no").notNull().default(0),
    purchaseCount: integer("purchase_count").notNull().default(0),
    /** Minor units, refunds taken off. */
    spend: amount("spend").notNull().default(0),
    firstPurchaseAt: instant("first_purchase_at"),
    lastPurchaseAt: instant("last_purchase_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("member_card").on(t.merchantId, t.cardNumber),
    uniqueIndex("member_external").on(t.merchantId, t.externalId).where(live),
    uniqueIndex("member_email").on(t.merchantId, t.email).where(live),
    uniqueIndex("member_phone").on(t.merchantId, t.phone).where(live),
    uniqueIndex("member_account").on(t.merchantId, t.accountId).where(live),
    // Prefix search by name at the till.
    index("member_name").on(t.merchantId, t.nameKey.op("text_pattern_ops")),
    index("member_surname").on(t.merchantId, t.surnameKey.op("text_pattern_ops")),
    // run-due: whose lots fall due.
    index("member_due").on(t.merchantId, t.nextDueAt).where(sql`next_due_at is not null`),
  ],
);

/** Which tier a member had when: an event that arrives late is judged by the tier of its own day. */
export const memberTier = pgTable(
  "member_tier",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    since: instant("since").notNull(),
    tier: text("tier"),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.since] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);
