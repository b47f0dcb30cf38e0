import { bigint, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant column: first in every key, index and foreign key of a merchant-owned table. */
export const merchantId = () => bigint("merchant_id", { mode: "number" }).notNull();

/** Points, minor units and counters: 64 bits in the database, a safe integer in JavaScript. */
export const amount = (name: string) => bigint(name, { mode: "number" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const memberId = () => uuid("member_id").notNull();
