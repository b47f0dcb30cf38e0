import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { amount, instant, memberId, merchantId } from "./columns";
import { member } from "./member";
import { merchant } from "./merchant";

/** Kinds of mail that a member has said yes or no to; without a row, mail about their own points comes. */
export const mailPreference = pgTable(
  "mail_preference",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    kind: text("kind").notNull(),
    wanted: boolean("wanted").notNull(),
    changedAt: instant("changed_at").notNull(),
    actor: text("actor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.kind] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** The one mail that a member gets on a local day: its key is what keeps a second from being sent. */
export const memberMailDay = pgTable(
  "member_mail_day",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    day: date("day", { mode: "string" }).notNull(),
    mailId: uuid("mail_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.day] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** What a member was told: that something is theirs until `lastDay`, so many days before it. */
export const sentWarning = pgTable(
  "sent_warning",
  {
    merchantId: merchantId(),
    memberId: memberId(),
    about: text("about").notNull(),
    lastDay: date("last_day", { mode: "string" }).notNull(),
    daysBefore: smallint("days_before").notNull(),
    mailId: uuid("mail_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.memberId, t.about, t.lastDay, t.daysBefore] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);

/** Work that goes through all members once a local day, and the last day on which it came to the end. */
export const dailySweep = pgTable(
  "daily_sweep",
  {
    merchantId: merchantId().references(() => merchant.id),
    work: text("work").notNull(),
    day: date("day", { mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.work] })],
);

/** A policy that somebody applied to points that exist already: done member by member, in the order of their ids. */
export const expiryChange = pgTable(
  "expiry_change",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    status: text("status").$type<"running" | "done">().notNull(),
    policy: jsonb("policy").notNull(),
    /** No lot is given an earlier end than this: everybody can be told first. */
    notBefore: instant("not_before").notNull(),
    /** Stands in the ledger of each member whose points get another day. */
    reason: text("reason").notNull(),
    /** Of the program version that the policy is from. */
    version: integer("version").notNull(),
    afterMember: uuid("after_member"),
    members: integer("members").notNull().default(0),
    lots: integer("lots").notNull().default(0),
    points: amount("points").notNull().default(0),
    requestedBy: text("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("expiry_change_running").on(t.merchantId).where(sql`status = 'running'`),
  ],
);

/** Signs the links in a shop's mail by which somebody ends it without signing in. Made with the first mail. */
export const mailKey = pgTable("mail_key", {
  merchantId: merchantId()
    .references(() => merchant.id)
    .primaryKey(),
  secret: text("secret").notNull(),
});
