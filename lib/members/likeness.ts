import type { Sql } from "@/db/client";

/** What tells that two may be one person, the surest first: the same mailbox, the same subscriber, the same name and birthday. */
export const likenesses = ["email", "phone", "birthday"] as const;
export type Likeness = (typeof likenesses)[number];

type Fragment = ReturnType<Sql>;

const mailbox = (sql: Sql, table: string): Fragment => {
  const email = sql(`${table}.email`);
  return sql`(replace(split_part(split_part(${email}, '@', 1), '+', 1), '.', '') || '@' || split_part(${email}, '@', 2))`;
};

/** The columns of a member by which it is one with another; those of an index, in its order. */
export function likenessKey(sql: Sql, how: Likeness, table: string): { first: Fragment; second?: Fragment } {
  if (how === "email") return { first: mailbox(sql, table) };
  if (how === "phone") return { first: sql`right(${sql(`${table}.phone`)}, 9)` };
  return { first: sql`${sql(`${table}.name_key`)}`, second: sql`${sql(`${table}.birthday`)}` };
}

/** Said again for the planner: the index has only those who have it. */
export function hasLikeness(sql: Sql, how: Likeness, table: string): Fragment {
  const of = (column: string) => sql(`${table}.${column}`);
  if (how === "email") return sql`${of("email")} is not null`;
  if (how === "phone") return sql`${of("phone")} is not null`;
  return sql`${of("name_key")} is not null and ${of("birthday")} is not null`;
}

export function alikeIn(sql: Sql, how: Likeness, one: string, other: string): Fragment {
  const [a, b] = [likenessKey(sql, how, one), likenessKey(sql, how, other)];
  return a.second && b.second
    ? sql`(${a.first} = ${b.first} and ${a.second} = ${b.second})`
    : sql`${a.first} = ${b.first}`;
}

/** Nobody said that these two are two people. */
export const notApart = (sql: Sql, merchantId: number, one: Fragment, other: Fragment): Fragment => sql`
  not exists (select from member_apart d where d.merchant_id = ${merchantId}
    and d.one_id = least(${one}, ${other}) and d.other_id = greatest(${one}, ${other}))`;
