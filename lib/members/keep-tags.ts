import type { Sql } from "@/db/client";

/** Brings the rows that members are found by their tags with up to what their tags are now. The members are locked. */
export async function keepTags(sql: Sql, merchantId: number, memberIds: readonly string[]): Promise<void> {
  const ids = [...memberIds];
  await sql`
    delete from member_tag t where t.merchant_id = ${merchantId} and t.member_id = any(${ids}::uuid[])`;
  await sql`
    insert into member_tag (merchant_id, tag, member_id)
    select distinct ${merchantId}::bigint, tag, m.id from member m, unnest(m.tags) tag
    where m.merchant_id = ${merchantId} and m.id = any(${ids}::uuid[]) and m.status = 'active'`;
}
