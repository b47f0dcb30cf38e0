import type { Tx } from "@/db/client";
import { type Losing, sentKey } from "./domain/due-warnings";
import type { MailedMember } from "./queue-member-mail";

interface MemberLosing extends MailedMember {
  /** By the last day on which the points can be used. */
  losing: Losing[];
  /** What they were told before, as `sentKey` has it. */
  sent: string[];
}

interface Wanted {
  merchantId: number;
  zone: string;
  now: Date;
  /** Lots that expire at this instant or before. */
  until: Date;
  today: string;
  after?: string;
  limit: number;
}

interface Row extends MailedMember {
  losing: Losing[] | null;
  sent: [string, number][] | null;
}

/**
 * The next members by id who have an address, have not said no, and hold points that expire by `until`. `next_due_at` is
 * never late, so that most members are passed over without a look at their lots.
 */
export async function membersLosing(
  { sql }: Tx,
  { merchantId, zone, now, until, today, after, limit }: Wanted,
): Promise<{ members: MemberLosing[]; after: string | null }> {
  const rows = await sql<Row[]>`
    with chosen as materialized (
      select m.id, m.email, m.locale, m.active_at from member m
      where m.merchant_id = ${merchantId} and m.id > ${after ?? "00000000-0000-0000-0000-000000000000"}
        and m.status = 'active' and m.email is not null and m.next_due_at <= ${until.toISOString()}
        and not exists (select from mail_preference p
          where p.merchant_id = ${merchantId} and p.member_id = m.id and p.kind = 'expiry' and not p.wanted)
      order by m.id limit ${limit})
    select c.id, c.email, c.locale,
      (select json_agg(json_build_object('lastDay', d.last_day, 'points', d.points) order by d.last_day) from (
        select ((x.at at time zone ${zone}) - interval '1 microsecond')::date as last_day, sum(l.remaining) as points
        from lot l cross join lateral (select lot_expiry(l.expires_at, l.idle_months, c.active_at, ${zone}) as at) x
        where l.merchant_id = ${merchantId} and l.member_id = c.id and l.state = 'open' and l.remaining > 0
          and x.at > ${now.toISOString()} and x.at <= ${until.toISOString()} group by 1) d) as losing,
      (select json_agg(json_build_array(s.last_day, s.days_before)) from sent_warning s
        where s.merchant_id = ${merchantId} and s.member_id = c.id and s.about = 'points' and s.last_day >= ${today}) as sent
    from chosen c order by c.id`;
  const members = rows.flatMap(({ losing, sent, ...member }) =>
    losing ? [{ ...member, losing, sent: (sent ?? []).map(([day, step]) => sentKey(day, step)) }] : [],
  );
  return { members, after: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
