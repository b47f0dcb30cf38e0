import { z } from "zod";
import type { Sql } from "@/db/client";
import { cursorOf, writeCursor } from "@/lib/kernel/cursor";
import { id } from "@/lib/kernel/fields";
import { fieldProblem } from "@/lib/kernel/problems";
import type { MemberSort } from "./schemas";

/** What a list is ordered by: each is an index of its own, read forwards or backwards. */
export interface MemberOrder {
  sort: MemberSort;
  direction: "ascending" | "descending";
}

/** Where in the order a row stands. */
export interface Place {
  id: string;
  /** What it is ordered by, as text; empty where it has none. */
  value: string;
}

const whole = z.string().regex(/^-?\d{1,15}$/);
const moment = z.iso.datetime({ precision: 6 });
const values = {
  joined: moment,
  visit: moment.or(z.literal("")),
  balance: whole,
  spend: whole,
  name: z.string(),
} satisfies Record<MemberSort, z.ZodType<string>>;

const listOf = ({ sort, direction }: MemberOrder): string => `members by ${sort} ${direction}`;

export const writePlace = (order: MemberOrder, { id, value }: Place): string =>
  writeCursor(listOf(order), `${id}${value}`);

export function readPlace(order: MemberOrder, cursor: string): Place {
  const place = z
    .string()
    .transform((text) => ({ id: text.slice(0, 36), value: text.slice(36) }))
    .pipe(z.object({ id: id(), value: values[order.sort] }));
  const read = cursorOf(listOf(order), place).safeParse(cursor);
  if (!read.success) throw fieldProblem("cursor", "cursor");
  return read.data;
}

const momentText = (sql: Sql, column: "enrolled_at" | "last_purchase_at") =>
  sql`coalesce(to_char(m.${sql(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`;

/** The columns that order, as their index has them; the same of a row as text; and what was text as it is compared. */
function columns(sql: Sql, sort: MemberSort, value = "") {
  switch (sort) {
    case "joined":
      return {
        by: [sql`m.enrolled_at`],
        text: momentText(sql, "enrolled_at"),
        from: [sql`${value}::text::timestamptz`],
      };
    case "visit":
      return {
        by: [sql`coalesce(m.last_purchase_at, '-infinity')`],
        text: momentText(sql, "last_purchase_at"),
        from: [sql`${value || "-infinity"}::text::timestamptz`],
      };
    case "balance":
      return { by: [sql`m.balance`], text: sql`m.balance::text`, from: [sql`${value}::text::bigint`] };
    case "spend":
      return { by: [sql`m.spend`], text: sql`m.spend::text`, from: [sql`${value}::text::bigint`] };
    case "name":
      return {
        by: [sql`(m.name_key is null)`, sql`coalesce(m.name_key, '')`],
        text: sql`coalesce(m.name_key, '')`,
        from: [sql`${value === ""}::boolean`, sql`${value}::text`],
      };
  }
}

/** The value of a row that its place is named by, as `place`. */
export const placeColumn = (sql: Sql, { sort }: MemberOrder) => sql`${columns(sql, sort).text} as place`;

export function orderBy(sql: Sql, { sort, direction }: MemberOrder) {
  const way = direction === "ascending" ? sql`asc` : sql`desc`;
  return sql`order by ${columns(sql, sort).by.map((column) => sql`${column} ${way}, `)} m.id ${way}`;
}

/** Rows that come after a place: one range of the index. */
export function afterPlace(sql: Sql, { sort, direction }: MemberOrder, { id, value }: Place) {
  const beyond = direction === "ascending" ? sql`>` : sql`<`;
  const { by, from } = columns(sql, sort, value);
  const list = (parts: typeof by) => parts.map((part) => sql`${part}, `);
  return sql`and (${list(by)} m.id) ${beyond} (${list(from)} ${id}::uuid)`;
}
