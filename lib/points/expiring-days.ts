import type { Database } from "@/db/client";

/** What expires at the end of a day on the shop's calendar. */
export interface ExpiringDay {
  /** The last day on which they are good: 2026-11-30. */
  lastDay: string;
  points: number;
}

/** A member's points that can be spent and will expire, by day, soonest first: a season of them at most. */
export const expiringDays = (
  { sql }: Pick<Database, "sql">,
  { merchantId, memberId, now }: { merchantId: number; memberId: string; now: Date },
): Promise<ExpiringDay[]> => sql<ExpiringDay[]>`
  select to_char((x.at at time zone s.timezone) - interval '1 microsecond', 'YYYY-MM-DD') as "lastDay", sum(l.remaining)::bigint as points
  from lot l join member m on m.merchant_id = ${merchantId} and m.id = l.member_id join merchant s on s.id = ${merchantId}
    cross join lateral (select lot_expiry(l.expires_at, l.idle_months, m.active_at, s.timezone) as at) x
  where l.merchant_id = ${merchantId} and l.member_id = ${memberId} and l.remaining > 0
    and not (l.state = 'pending' and l.available_at > ${now.toISOString()}) and x.at > ${now.toISOString()}
  group by 1 order by 1 limit 92`;
