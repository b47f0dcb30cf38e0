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

const live = sql`status = 'active'`;
const merged = sql`status = 'merged'`;
/** An address as one mailbox: dots before the @ and what follows a + there do not make another. */
const mailbox = sql`(replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@' || split_part(email, '@', 2))`;

export const member = pgTable(
  "member",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /**
     * erased: left or removed, nothing identifying is kept. undone: its import was undone. merged: the same person as
     * `mergedInto`, found by whatever this row was known by.
     */
    status: text("status").$type<"active" | "erased" | "undone" | "merged">().notNull().default("active"),
    /** The active member who carries on, however many merges later. */
    mergedInto: uuid("merged_into"),
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
    tierSince: instant("tier_since"),
    /** First instant after the period for which the tier is kept; null: it has no end. */
    tierUntil: instant("tier_until"),
    /** When the tier has to be looked at although nothing happens: its grace is over, or other rules came into force. */
    tierDueAt: instant("tier_due_at"),
    /** The last instant that the tier was looked at: what happened before it arrives late. */
    tierAsOf: instant("tier_as_of"),
    /** Why the tier is locked; null when it is not. */
    tierLock: text("tier_lock"),
    /** What counts towards tiers, by period: [spend, points, visits, activities]. See lib/tiers/domain/tally.ts. */
    tally: jsonb("tally").$type<Record<string, number[]>>().notNull().default({}),
    /** Raised whenever tier or tally change: a posting on older facts is refused. */
    tallySeq: integer("tally_seq").notNull().default(0),
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
    /** Bought, earned, spent or gave something: points that expire after inactivity are counted from here. */
    activeAt: instant("active_at"),
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
    // What a merged member was known by still leads to who carries on.
    index("member_merged").on(t.merchantId, t.mergedInto).where(merged),
    index("member_merged_external").on(t.merchantId, t.externalId).where(merged),
    index("member_merged_email").on(t.merchantId, t.email).where(merged),
    index("member_merged_phone").on(t.merchantId, t.phone).where(merged),
    index("member_merged_account").on(t.merchantId, t.accountId).where(merged),
    // The desk's list: each order it can be read in is one range, with or without the filter of the same figure.
    index("member_by_visit").on(t.merchantId, sql`coalesce(last_purchase_at, '-infinity')`, t.id).where(live),
    index("member_by_balance").on(t.merchantId, t.balance, t.id).where(live),
    index("member_by_spend").on(t.merchantId, t.spend, t.id).where(live),
    index("member_by_joined").on(t.merchantId, t.enrolledAt, t.id).where(live),
    index("member_by_name")
      .on(t.merchantId, sql`(name_key is null)`, sql`coalesce(name_key, '')`, t.id)
      .where(live),
    index("member_by_tier").on(t.merchantId, t.tier, t.id).where(sql`status = 'active' and tier is not null`),
    // Who may be the same person: the same mailbox, the same subscriber, the same name and birthday.
    index("member_mailbox").on(t.merchantId, mailbox).where(sql`status = 'active' and email is not null`),
    index("member_subscriber")
      .on(t.merchantId, sql`right(phone, 9)`)
      .where(sql`status = 'active' and phone is not null`),
    index("member_born")
      .on(t.merchantId, t.nameKey, t.birthday)
      .where(sql`status = 'active' and name_key is not null and birthday is not null`),
    // run-due: whose birthday it is.
    index("member_birthday")
      .on(t.merchantId, sql`((extract(month from birthday) * 100 + extract(day from birthday))::int)`)
      .where(sql`birthday is not null`),
    // run-due: whose lots fall due.
    index("member_due").on(t.merchantId, t.nextDueAt).where(sql`next_due_at is not null`),
    // run-due: whose tier has to be looked at.
    index("member_tier_due").on(t.merchantId, t.tierDueAt).where(sql`tier_due_at is not null`),
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
    /** enrolled, edited, locked, unlocked, merged: by people. reached, lapsed, refunded, program: by the rules. */
    reason: text("reason"),
    /** What people said when they decided it. */
    note: text("note"),
    actor: text("actor"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.since] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** A member's tags again, a row each: whom a tag is on is one range. Kept with `member.tags`, checked by `verify`. */
export const memberTag = pgTable(
  "member_tag",
  {
    merchantId: merchantId(),
    tag: text("tag").notNull(),
    memberId: memberId(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.tag, t.memberId] }),
    index("member_tag_member").on(t.merchantId, t.memberId),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** What staff noted about a member. */
export const memberNote = pgTable(
  "member_note",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    text: text("text").notNull(),
    /** Folded like names, for looking it up. */
    textKey: text("text_key").notNull(),
    writtenBy: text("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
    editedBy: text("edited_by"),
    editedAt: instant("edited_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    index("member_note_member").on(t.merchantId, t.memberId, t.writtenAt, t.id),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** Two members who turned out to be one, with all that is needed to part them again. */
export const memberMerge = pgTable(
  "member_merge",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    survivorId: uuid("survivor_id").notNull(),
    mergedId: uuid("merged_id").notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    /** What the survivor had no value for and took over, the tags and attributes added, the tier before. */
    taken: jsonb("taken").notNull(),
    /** Points moved, and what of them paid debts. */
    points: jsonb("points").notNull(),
    /** Rows that went to the survivor, by table: their keys, and what else of them was changed. */
    moved: jsonb("moved").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    index("member_merge_survivor").on(t.merchantId, t.survivorId, t.id),
    index("member_merge_merged").on(t.merchantId, t.mergedId, t.id),
    foreignKey({ columns: [t.merchantId, t.survivorId], foreignColumns: [member.merchantId, member.id] }),
    foreignKey({ columns: [t.merchantId, t.mergedId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** Two members who look like one and are not: somebody said so. `one_id` is the smaller of the two. */
export const memberApart = pgTable(
  "member_apart",
  {
    merchantId: merchantId(),
    oneId: uuid("one_id").notNull(),
    otherId: uuid("other_id").notNull(),
    saidBy: text("said_by").notNull(),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.oneId, t.otherId] }),
    index("member_apart_other").on(t.merchantId, t.otherId),
    foreignKey({ columns: [t.merchantId, t.oneId], foreignColumns: [member.merchantId, member.id] }),
    foreignKey({ columns: [t.merchantId, t.otherId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** A named filter of members, shared in the shop and asked anew each time. */
export const segment = pgTable(
  "segment",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    filter: jsonb("filter").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("segment_name").on(t.merchantId, t.name),
  ],
);

/** How far all members were looked at by the tiers of a version: stopped in the middle, it goes on behind `after`. */
export const tierReview = pgTable(
  "tier_review",
  {
    merchantId: merchantId(),
    version: integer("version").notNull(),
    after: uuid("after"),
    /** Whether what members did has to be counted anew, as the window is another. */
    recount: boolean("recount").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId] })],
);
