import type { Tx } from "@/db/client";
import type { Standing } from "@/lib/tiers/domain/types";
import { readStored, type StandingRow, standingColumns } from "@/lib/tiers/stored-standings";
import { sentKey } from "./domain/due-warnings";
import type { MailedMember } from "./queue-member-mail";

interface MemberLosingTier extends MailedMember {
  standing: Standing;
  enrolledAt: Date;
  /** What they were told before, as `sentKey` has it. */
  sent: string[];
}

type Row = StandingRow & MailedMember & { sent: [string, number][] | null };

/**
 * The next members by id who have an address, have not said no, and whose tier, which nobody has locked, ends by `until`
 * unless they do something for it.
 */
export async function membersLosingTier(
  { sql }: Tx,
  {
    merchantId,
    until,
    today,
    after,
    limit,
  }: { merchantId: number; until: Date; today: string; after?: string; limit: number },
): Promise<{ members: MemberLosingTier[]; after: string | null }> {
  const rows = await sql<Row[]>`
    select ${standingColumns(sql)}, m.email, m.locale,
      (select json_agg(json_build_array(s.last_day, s.days_before)) from sent_warning s
        where s.merchant_id = ${merchantId} and s.member_id = m.id and s.about = 'tier' and s.last_day >= ${today}) as sent
    from member m
    where m.merchant_id = ${merchantId} and m.id > ${after ?? "00000000-0000-0000-0000-000000000000"}
      and m.status = 'active' and m.email is not null and m.tier_lock is null and m.tier_until <= ${until.toISOString()}
      and not exists (select from mail_preference p
        where p.merchant_id = ${merchantId} and p.member_id = m.id and p.kind = 'tier' and not p.wanted)
    order by m.id limit ${limit}`;
  const members = rows.map(({ sent, email, locale, ...row }) => {
    const { id, enrolledAt, now } = readStored(row);
    const told = (sent ?? []).map(([day, step]) => sentKey(day, step));
    return { id, email, locale, enrolledAt, standing: now, sent: told };
  });
  return { members, after: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
