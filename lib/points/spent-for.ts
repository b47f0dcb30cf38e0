import type { PendingQuery, Row } from "postgres";
import type { Sql } from "@/db/client";

interface What {
  merchantId: number;
  /** Whose it is now. */
  memberId: string;
  /** What was paid for with points. */
  for: { purchase: string } | { redemption: string };
}

/**
 * A query for what paying took, a row for each lot of the member as it is now: `lot_no` and `points`. What was taken before
 * a merge came from lots that others carry on: the last of those that begin in the same one.
 */
export function spentFor(sql: Sql, { merchantId, memberId, for: what }: What): PendingQuery<Row[]> {
  const about =
    "purchase" in what ? sql`e.purchase_id = ${what.purchase}` : sql`e.redemption_id = ${what.redemption}`;
  return sql`
    select coalesce(c.no, v.lot_no) as lot_no, -sum(v.points)::bigint as points
    from (select ${memberId}::uuid as id
      union select m.id from member m where m.merchant_id = ${merchantId} and m.status = 'merged' and m.merged_into = ${memberId}) same
    join ledger_entry e on e.merchant_id = ${merchantId} and e.member_id = same.id and ${about} and e.kind = 'spend'
    join lot_movement v on v.merchant_id = ${merchantId} and v.member_id = e.member_id and v.entry_seq = e.seq
    join lot o on o.merchant_id = ${merchantId} and o.member_id = v.member_id and o.no = v.lot_no
    left join lateral (select max(t.no) as no from lot t where t.merchant_id = ${merchantId} and t.member_id = ${memberId}
      and v.member_id <> ${memberId} and t.origin_member_id = coalesce(o.origin_member_id, o.member_id)
      and t.origin_no = coalesce(o.origin_no, o.no)) c on true
    group by 1`;
}
