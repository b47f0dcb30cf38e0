import type { Sql } from "@/db/client";

interface Following {
  table: string;
  column: string;
  /** Of rows with the same value here a member can have one only: the survivor's own stays, the other's too, where it is. */
  one?: string;
  /** Only while they have this status: what is decided stays whose it was. */
  status?: string;
}

/**
 * Rows that go with a member when they are merged, and come back when that is undone. Every table with a member in it is
 * either here or in `staying`; a test reads the catalogue. Purchases and their refunds are moved apart, by `merge-credited`.
 */
export const following: readonly Following[] = [
  { table: "adjustment_request", column: "member_id" },
  { table: "event_place", column: "member_id", one: "event_id" },
  { table: "gift", column: "from_member_id" },
  { table: "gift", column: "to_member_id" },
  { table: "gift_offer", column: "to_member_id", status: "offered" },
  { table: "member_note", column: "member_id" },
];

/** Tables whose rows stay under the merged member, and why. */
export const staying: Record<string, string> = {
  account_program: "the account keeps its card, which leads to the survivor",
  cap_use: "is counted anew, by merge-credited",
  consent_event: "is proof of what the holder of that card agreed to; the survivor's own word holds",
  gift_offer: "an offer that waits has to be decided before its giver is merged",
  ledger_entry: "is never changed; what moved is in entries of its own",
  lot: "is emptied into one of the survivor's",
  lot_movement: "belongs to its entry",
  mail_preference: "is what the holder of that card wanted; the survivor's own holds",
  member_mail_day: "has been sent",
  member_apart: "is about the two rows as they were; parted again they still are two",
  member_merge: "is how they were merged",
  member_tag: "is made of the member's tags",
  member_tier: "is what their purchases were judged by then",
  activity: "is moved by merge-credited",
  purchase: "is moved by merge-credited",
  redemption: "is moved by merge-credited",
  sent_warning: "has been sent",
  refund: "is moved by merge-credited",
};

/** Ids of the rows that were moved, by `table.column`. */
export type MovedRows = Record<string, string[]>;

export async function moveRows(
  sql: Sql,
  merchantId: number,
  { from, to }: { from: string; to: string },
): Promise<MovedRows> {
  const moved: MovedRows = {};
  for (const { table, column, one, status } of following) {
    const open = status ? sql`and t.status = ${status}` : sql``;
    const free = one
      ? sql`and not exists (select from ${sql(table)} s where s.merchant_id = ${merchantId}
          and s.${sql(column)} = ${to} and s.${sql(one)} = t.${sql(one)})`
      : sql``;
    const rows = await sql<{ id: string }[]>`
      update ${sql(table)} t set ${sql(column)} = ${to}
      where t.merchant_id = ${merchantId} and t.${sql(column)} = ${from} ${free} ${open} returning t.id`;
    if (rows.length > 0) moved[`${table}.${column}`] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Gives back what was moved and still is where it was moved to. */
export async function returnRows(
  sql: Sql,
  merchantId: number,
  { from, to, moved }: { from: string; to: string; moved: MovedRows },
): Promise<void> {
  for (const { table, column, status } of following) {
    const open = status ? sql`and t.status = ${status}` : sql``;
    const ids = moved[`${table}.${column}`];
    if (!ids) continue;
    await sql`
      update ${sql(table)} t set ${sql(column)} = ${to}
      where t.merchant_id = ${merchantId} and t.${sql(column)} = ${from} and t.id = any(${ids}::uuid[]) ${open}`;
  }
}
