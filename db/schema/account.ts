import { bigint, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Global: one person's sign-in, for the shops they work in and the programs they carry cards of. */
export const account = pgTable(
  "account",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name"),
    /** argon2id; null for people who sign in by mailed link only. */
    passwordHash: text("password_hash"),
    locale: text("locale"),
    /** Raised when every session of this person must end (new password, signed out everywhere). */
    sessionEpoch: integer("session_epoch").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("account_email").on(t.email)],
);

/** Global: which programs an account carries cards of, so that no look-up has to cross merchants. */
export const accountProgram = pgTable(
  "account_program",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    merchantId: bigint("merchant_id", { mode: "number" }).notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.merchantId] })],
);

/** Global: mailed links, kept as SHA-256, used once. */
export const signInToken = pgTable("sign_in_token", {
  hash: text("hash").primaryKey(),
  email: text("email").notNull(),
  purpose: text("purpose").$type<"sign-in" | "reset" | "invite">().notNull(),
  merchantId: bigint("merchant_id", { mode: "number" }),
  /** Where the link leads after signing in: the page that an expired session was sent away from. */
  landing: text("landing"),
  /** What a newcomer typed beside their address, so that the link alone makes the card, on whichever device. */
  joining: jsonb("joining"),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

/** Global: failed attempts by e-mail and by address, shared by every web process. */
export const throttle = pgTable("throttle", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowStart: instant("window_start").notNull(),
});
