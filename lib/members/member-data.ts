import { getTableColumns, getTableName, is, type Table } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";

type Row = Record<string, unknown>;

/** How tables name a member. */
const memberKeys = ["member_id", "from_member_id", "to_member_id"];
/** What is ours to find things by, and says nothing about anybody. */
const machinery = new Set([
  "merchantId",
  "memberId",
  "nameKey",
  "surnameKey",
  "textKey",
  "requestHash",
  "accountId",
]);

/**
 * Everything the shop keeps of a member. The tables are read from the schema, so one that is added later and names a member is
 * in it without anybody having to remember.
 */
export async function memberData(
  database: Database,
  { merchantId, memberId, now }: { merchantId: number; memberId: string; now: Date },
) {
  const tables: Record<string, Row[]> = {};
  for (const table of tablesOfMembers()) {
    tables[camel(getTableName(table))] = await rowsOf(database, table, { merchantId, memberId });
  }
  const [[member], lines, mails, events] = await Promise.all([
    rowsWhereId(database, { merchantId, memberId }),
    database.sql<Row[]>`
      select l.purchase_id as "purchaseId", l.product_type as "productType", l.sku, l.name, l.quantity, l.amount, l.tax, l.discount
      from purchase p join purchase_line l on l.merchant_id = p.merchant_id and l.purchase_id = p.id
      where p.merchant_id = ${merchantId} and l.merchant_id = ${merchantId} and p.member_id = ${memberId} order by p.occurred_at, l.no`,
    database.sql<Row[]>`
      select o.kind, o.subject, o.created_at as "createdAt", o.sent_at as "sentAt" from outbox o
      join member m on m.merchant_id = o.merchant_id and m.email = o.recipient
      where o.merchant_id = ${merchantId} and m.merchant_id = ${merchantId} and m.id = ${memberId} order by o.created_at`,
    database.sql<Row[]>`
      select at, action, split_part(actor, ':', 1) as by, transport, before, after from audit_event
      where merchant_id = ${merchantId} and subject = ${`member:${memberId}`} order by at`,
  ]);
  return {
    madeAt: now.toISOString(),
    member,
    ...tables,
    purchaseLine: lines,
    mail: mails,
    changes: events,
  };
}

/** Tables that hold rows of members, whichever way round. */
export const tablesOfMembers = (): Table[] =>
  Object.values<unknown>(schema).filter(
    (table): table is PgTable => is(table, PgTable) && keysOf(table).length > 0 && hasMerchant(table),
  );

const columnsOf = (table: Table) => Object.entries(getTableColumns(table));
const keysOf = (table: Table): string[] =>
  columnsOf(table)
    .map(([, column]) => column.name)
    .filter((name) => memberKeys.includes(name));
const hasMerchant = (table: Table): boolean =>
  columnsOf(table).some(([, column]) => column.name === "merchant_id");

async function rowsOf(
  { sql }: Database,
  table: Table,
  { merchantId, memberId }: { merchantId: number; memberId: string },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const key of keysOf(table)) {
    rows.push(
      ...(await sql<Row[]>`
        select * from ${sql(getTableName(table))} where merchant_id = ${merchantId} and ${sql(key)} = ${memberId}`),
    );
  }
  return rows.map((row) => readable(table, row));
}

async function rowsWhereId(
  { sql }: Database,
  { merchantId, memberId }: { merchantId: number; memberId: string },
): Promise<Row[]> {
  const rows = await sql<Row[]>`select * from member where merchant_id = ${merchantId} and id = ${memberId}`;
  return rows.map((row) => readable(schema.member, row));
}

/** By the names that our own code has for columns; who did it by their kind, not by their number. */
function readable(table: Table, row: Row): Row {
  return Object.fromEntries(
    columnsOf(table)
      .filter(([name]) => !machinery.has(name))
      .map(([name, column]) => [name, shownAs(name, row[column.name])]),
  );
}

const shownAs = (name: string, value: unknown): unknown =>
  /^(actor|recordedBy|requestedBy|decidedBy|writtenBy|editedBy)$/.test(name) && typeof value === "string"
    ? (value.split(":")[0] ?? value)
    : value;

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
