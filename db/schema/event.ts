import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, memberId, merchantId } from "./columns";
import { member } from "./member";

/** One evening of an experience: the reward says what it costs and who may come, this when, where and how many. */
export const event = pgTable(
  "event",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** Key of an experience among the program's rewards. */
    reward: text("reward").notNull(),
    name: text("name").notNull(),
    place: text("place").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    places: integer("places").notNull(),
    waitingList: boolean("waiting_list").notNull(),
    status: text("status").$type<"open" | "cancelled">().notNull().default("open"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.id] }), index("event_starts").on(t.merchantId, t.startsAt)],
);

/** Who has a place, waits for one, or had. A place that is booked is a redemption of the same id, with its voucher. */
export const eventPlace = pgTable(
  "event_place",
  {
    merchantId: merchantId(),
    eventId: uuid("event_id").notNull(),
    id: uuid("id").notNull(),
    memberId: memberId(),
    /** passed: a place came free and could not be taken. */
    status: text("status").$type<"booked" | "waiting" | "cancelled" | "passed">().notNull(),
    /** In the order in which they asked. */
    turn: integer("turn").notNull(),
    requestedAt: instant("requested_at").notNull(),
    bookedAt: instant("booked_at"),
    endedAt: instant("ended_at"),
    /** Code of the refusal, when the place was passed on. */
    refusal: text("refusal"),
    checkedInAt: instant("checked_in_at"),
    checkedInBy: text("checked_in_by"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.eventId, t.id] }),
    // One place for each member, however often they press.
    uniqueIndex("event_place_member")
      .on(t.merchantId, t.eventId, t.memberId)
      .where(sql`status in ('booked', 'waiting')`),
    index("event_place_of_member").on(t.merchantId, t.memberId),
    foreignKey({ columns: [t.merchantId, t.eventId], foreignColumns: [event.merchantId, event.id] }),
    foreignKey({ columns: [t.merchantId, t.memberId], foreignColumns: [member.merchantId, member.id] }),
  ],
);
