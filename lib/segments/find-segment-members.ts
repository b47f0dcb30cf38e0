import type { Database } from "@/db/client";
import { type MemberRow, memberColumns } from "@/lib/members/member-view";
import { searchMembers } from "@/lib/members/search-members";
import { memberConditions, missedRhythm } from "./member-conditions";
import { afterPlace, type MemberOrder, orderBy, type Place, placeColumn } from "./member-order";
import type { MemberFilter } from "./schemas";

export interface SegmentMember extends MemberRow {
  firstPurchaseAt: string | null;
}

interface Asked {
  merchantId: number;
  filter: MemberFilter;
  /** These and no others. */
  only?: readonly string[];
  order: MemberOrder;
  after?: Place | null;
  limit: number;
  now: Date;
}

interface Found {
  members: SegmentMember[];
  /** Where the next page begins; null on the last. */
  next: Place | null;
  /** A page may be short, or empty, and still have a next: then it has looked through as many as it may. */
  partly: boolean;
}

/** Members looked through for one page where no index knows the answer: it must not read a million. */
const reach = 20_000;
/** Found by text: nobody leafs through more, one types a letter further. */
const searchAtMost = 50;

/**
 * A page of the members that a filter means, in an order. Each order is a range of an index and each condition has one of
 * its own, so the planner walks the rarer of the two: the cost follows the page, not the shop.
 */
export async function findSegmentMembers(database: Database, asked: Asked): Promise<Found> {
  const { sql } = database;
  const { merchantId, filter, only, order, after, now } = asked;
  const [shop] = await sql<{ country: string; timezone: string }[]>`
    select country, timezone from merchant where id = ${merchantId}`;
  const { country = "", timezone: zone = "UTC" } = shop ?? {};
  const conditions = [
    ...memberConditions(sql, { merchantId, filter, now, zone }),
    ...(only ? [sql`and m.id = any(${[...only]}::uuid[])`] : []),
  ];
  const rhythm = filter.rhythm ? sql`where ${missedRhythm(sql, now)}` : sql``;
  if (filter.search !== undefined) {
    const found = searchMembers(sql, { merchantId, country, text: filter.search, atMost: reach / 100 });
    const limit = Math.min(asked.limit, searchAtMost);
    const rows = await sql<Row[]>`
      select ${columnsOf(sql, order)} from (
        select m.*, f.rank from ${found} f join member m on m.merchant_id = ${merchantId} and m.id = f.id
        where m.status = 'active' ${conditions}) m
      ${rhythm} order by m.rank, m.name_key, m.id limit ${limit + 1}`;
    return { members: rows.slice(0, limit).map(toMember), next: null, partly: rows.length > limit };
  }
  const from = after ? afterPlace(sql, order, after) : sql``;
  const within = sql`
    select m.* from member m where m.merchant_id = ${merchantId} and m.status = 'active' ${conditions} ${from}
    ${orderBy(sql, order)} limit ${filter.rhythm ? reach : asked.limit + 1}`;
  const rows = await sql<Row[]>`
    select ${columnsOf(sql, order)} from (${within}) m ${rhythm} ${orderBy(sql, order)} limit ${asked.limit + 1}`;
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  if (rows.length > asked.limit && last)
    return { members: shown.map(toMember), next: placeOf(last), partly: false };
  if (!filter.rhythm) return { members: shown.map(toMember), next: null, partly: false };
  const [edge] = await sql<{ id: string; place: string }[]>`
    select m.id, ${placeColumn(sql, order)} from (${within}) m ${orderBy(sql, order)} offset ${reach - 1} limit 1`;
  return { members: shown.map(toMember), next: edge ? placeOf(edge) : null, partly: edge !== undefined };
}

type Row = SegmentMember & { place: string };

const columnsOf = (sql: Database["sql"], order: MemberOrder) =>
  sql`${memberColumns(sql)}, m.first_purchase_at as "firstPurchaseAt", ${placeColumn(sql, order)}`;

const placeOf = ({ id, place }: { id: string; place: string }): Place => ({ id, value: place });

const toMember = ({ place: _, ...row }: Row): SegmentMember => row;

const countAtMost = 1_000;

/** How many a filter means: exactly while there are few, and "more than a thousand" from there. */
export async function countSegmentMembers(
  database: Database,
  { merchantId, filter, now }: Pick<Asked, "merchantId" | "filter" | "now">,
): Promise<{ count: number; more: boolean }> {
  const { sql } = database;
  const [shop] = await sql<{ timezone: string }[]>`select timezone from merchant where id = ${merchantId}`;
  const conditions = memberConditions(sql, { merchantId, filter, now, zone: shop?.timezone ?? "UTC" });
  const within = filter.rhythm
    ? sql`(select m.* from member m where m.merchant_id = ${merchantId} and m.status = 'active' ${conditions}
        ${orderBy(sql, { sort: "visit", direction: "ascending" })} limit ${reach}) m where ${missedRhythm(sql, now)}`
    : sql`member m where m.merchant_id = ${merchantId} and m.status = 'active' ${conditions}`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${within} limit ${countAtMost + 1}) f`;
  const count = row?.count ?? 0;
  return { count: Math.min(count, countAtMost), more: count > countAtMost };
}
