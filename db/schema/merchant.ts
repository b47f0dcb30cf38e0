import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { account } from "./account";
import { instant, merchantId } from "./columns";

/** Global (a reference table when distributed): which shops this deployment serves. */
export const merchant = pgTable(
  "merchant",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    currency: text("currency").notNull(),
    timezone: text("timezone").notNull(),
    locale: text("locale").notNull(),
    country: text("country").notNull(),
    colour: text("colour").notNull().default("#1C6249"),
    logo: text("logo"),
    /** What this program calls a point, by plural form; null means the language's own word. */
    pointName: jsonb("point_name").$type<{ one: string; other: string }>(),
    /** How long after recording it a cashier may take a purchase back; null: for ever. */
    undoMinutes: integer("undo_minutes").default(30),
    /** The newest program version, when members climb its tiers: what they do is counted only then. */
    qualifyingVersion: integer("qualifying_version"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("merchant_slug").on(t.slug)],
);

export const staff = pgTable(
  "staff",
  {
    merchantId: merchantId().references(() => merchant.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    role: text("role").$type<"owner" | "manager" | "cashier">().notNull(),
    active: boolean("active").notNull().default(true),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  // By account too: every page that staff open asks where they work.
  (t) => [primaryKey({ columns: [t.merchantId, t.accountId] }), index("staff_account").on(t.accountId)],
);

/** Secrets are kept as SHA-256 of a 256-bit random value: nothing to guess, so nothing to stretch. */
export const apiKey = pgTable(
  "api_key",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    /** The last characters, so that a person can tell keys apart. */
    hint: text("hint").notNull(),
    scopes: text("scopes").array().notNull(),
    /** Requests a minute. */
    rateLimit: integer("rate_limit").notNull().default(600),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    uniqueIndex("api_key_hash").on(t.merchantId, t.hash),
  ],
);

/** Requests leased to a web process for one window: see lib/access/rate-limit.ts. */
export const rateLease = pgTable(
  "rate_lease",
  {
    merchantId: merchantId(),
    bucket: text("bucket").notNull(),
    windowStart: instant("window_start").notNull(),
    used: integer("used").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.bucket] }),
    index("rate_lease_old").on(t.merchantId, t.windowStart),
  ],
);
