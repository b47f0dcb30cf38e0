import type { Tx } from "@/db/client";

/**
 * Numbers of a member's lots that hold what an activity of theirs gave. One that came with a merged member names the entry
 * that brought all lots along: its own are those that carry on the lots of the entry that it had before the first merge.
 */
export async function activityLots(
  { sql }: Pick<Tx, "sql">,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  { id, entrySeq }: { id: string; entrySeq: number | null },
): Promise<number[]> {
  if (entrySeq === null) return [];
  const [moved] = await sql<{ memberId: string; entrySeq: number }[]>`
    select m.merged_id as "memberId", (r.value ->> 1)::integer as "entrySeq"
    from member_merge m cross join lateral jsonb_array_elements(m.moved -> 'credited' -> 'activity') r
    where m.merchant_id = ${merchantId} and m.undone_at is null and r.value ->> 0 = ${id} order by m.at, m.id limit 1`;
  const rows = moved
    ? await sql<{ no: number }[]>`
        select max(t.no) as no from lot o
        join lot t on t.merchant_id = ${merchantId} and t.member_id = ${memberId}
          and t.origin_member_id = o.member_id and t.origin_no = o.no
        where o.merchant_id = ${merchantId} and o.member_id = ${moved.memberId} and o.entry_seq = ${moved.entrySeq}
        group by o.no`
    : await sql<{ no: number }[]>`
        select no from lot where merchant_id = ${merchantId} and member_id = ${memberId} and entry_seq = ${entrySeq}`;
  return rows.map(({ no }) => no);
}
