import type { Tx } from "@/db/client";
import { keepTags } from "./keep-tags";

interface UndoneEnrolment {
  id: string;
  enrolledAt: Date;
}

/**
 * Ends the membership of those of these members whom an import that is undone had enrolled and who have done nothing else:
 * no purchase is left, no points and no debt, nothing was spent, given or adjusted, nobody signs in for them. What
 * identifies them goes, so that the file can be imported again. A member of an earlier import that was undone while they
 * still had purchases goes with the last of these.
 */
export async function undoEnrolments(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  importId: string,
  memberIds: readonly string[],
): Promise<UndoneEnrolment[]> {
  const rows = await tx.sql<{ id: string; enrolledAt: string }[]>`
    update member m set status = 'undone', external_id = null, name = null, name_key = null, surname_key = null, email = null,
      phone = null, birthday = null, locale = null, tags = '{}', attributes = '{}'
    where m.merchant_id = ${merchantId} and m.id = any(${[...memberIds]}) and m.status = 'active'
      and m.import_id in (select r.id from import_run r
        where r.merchant_id = ${merchantId} and (r.id = ${importId} or r.status = 'undone'))
      and m.purchase_count = 0 and m.balance = 0 and m.pending = 0 and m.debt = 0 and m.account_id is null
      and not exists (select from ledger_entry e where e.merchant_id = ${merchantId} and e.member_id = m.id
        and e.kind not in ('earn', 'release', 'expire', 'undo', 'write-off'))
    returning m.id, m.enrolled_at as "enrolledAt"`;
  if (rows.length > 0)
    await keepTags(
      tx.sql,
      merchantId,
      rows.map((row) => row.id),
    );
  return rows.map(({ id, enrolledAt }) => ({ id, enrolledAt: new Date(enrolledAt) }));
}
