import type { Sql } from "@/db/client";
import { recountCaps } from "@/lib/earning/recount-limits";

const credited = ["purchase", "activity", "redemption"] as const;

/** What was moved by table: each row with the entry that moved its points. */
export type MovedCredited = Record<string, [id: string, entrySeq: number | null][]>;

interface Between {
  from: string;
  to: string;
}

/**
 * Purchases with their refunds, activities and redemptions go on with another member, and what they use of caps with them.
 * An entry names those of its own member only, so each is now credited by the entry that brought its lots along.
 */
export async function moveCredited(
  sql: Sql,
  merchantId: number,
  { from, to, entrySeq }: Between & { entrySeq: number | null },
): Promise<MovedCredited> {
  const moved: MovedCredited = {};
  for (const table of credited) {
    const rows = await sql<{ id: string; entrySeq: number | null }[]>`
      select id, entry_seq as "entrySeq" from ${sql(table)} where merchant_id = ${merchantId} and member_id = ${from} for update`;
    const ids = rows.map(({ id }) => id);
    await sql`
      update ${sql(table)} set member_id = ${to}, entry_seq = case when entry_seq is not null then ${entrySeq}::integer end
      where merchant_id = ${merchantId} and id = any(${ids}::uuid[])`;
    if (table === "purchase") await moveRefunds(sql, merchantId, ids, to);
    moved[table] = rows.map((row) => [row.id, row.entrySeq]);
  }
  await recountCaps({ sql }, merchantId, [from, to]);
  return moved;
}

export async function returnCredited(
  sql: Sql,
  merchantId: number,
  { from, to, moved }: Between & { moved: MovedCredited },
): Promise<void> {
  for (const table of credited) {
    const rows = moved[table] ?? [];
    await sql`
      update ${sql(table)} p set member_id = ${to}, entry_seq = r.seq
      from jsonb_to_recordset(${JSON.stringify(rows.map(([id, seq]) => ({ id, seq })))}::text::jsonb) as r(id uuid, seq integer)
      where p.merchant_id = ${merchantId} and p.member_id = ${from} and p.id = r.id`;
    if (table === "purchase")
      await moveRefunds(
        sql,
        merchantId,
        rows.map(([id]) => id),
        to,
      );
  }
  await recountCaps({ sql }, merchantId, [from, to]);
}

const moveRefunds = (sql: Sql, merchantId: number, purchaseIds: string[], to: string) => sql`
  update refund set member_id = ${to} where merchant_id = ${merchantId} and purchase_id = any(${purchaseIds}::uuid[])`;

/** Counts, spend and first and last visit of these members, from their purchases as they are now. */
export async function recountPurchases(
  sql: Sql,
  merchantId: number,
  memberIds: readonly string[],
): Promise<void> {
  await sql`
    update member m set purchase_count = c.count, spend = c.spend, first_purchase_at = c.first, last_purchase_at = c.last
    from (select i.id, count(p.id)::integer as count, coalesce(sum(p.amount - p.refunded), 0)::bigint as spend,
        min(p.occurred_at) as first, max(p.occurred_at) as last
      from unnest(${[...memberIds]}::uuid[]) as i(id)
      left join purchase p on p.merchant_id = ${merchantId} and p.member_id = i.id and p.status = 'recorded' group by i.id) c
    where m.merchant_id = ${merchantId} and m.id = c.id`;
}
