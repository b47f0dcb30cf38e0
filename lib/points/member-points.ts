import type { Database, Tx } from "@/db/client";

/** What expires at the end of a day on the shop's calendar. */
interface ExpiringDay {
  /** The last day on which they are good: 2026-11-30. */
  lastDay: string;
  points: number;
}

export interface MemberPoints {
  /** What can be spent at this instant; negative while points are owed. */
  balance: number;
  pending: number;
  debt: number;
  /** The next day on which points arrive or expire, and how many. */
  arriving: { at: string; points: number } | null;
  expiring: { at: string; points: number } | null;
}

interface Row {
  open: number;
  pending: number;
  debt: number;
  arrivesAt: string | null;
  arriving: number;
  expiresAt: string | null;
  expiring: number;
  days: ExpiringDay[] | null;
}

interface Asked {
  merchantId: number;
  memberId: string;
  now: Date;
}

/**
 * A member's points as of `now`, from the lots that hold any: what expired a minute ago is not counted although the
 * nightly job has not run, and what became available is.
 */
export async function memberPoints(source: Pick<Database | Tx, "sql">, asked: Asked): Promise<MemberPoints> {
  const { days: _, ...points } = await memberPointsByDay(source, asked);
  return points;
}

/** The same, with every day on which points expire, soonest first: a season of them at most. */
export async function memberPointsByDay(
  source: Pick<Database | Tx, "sql">,
  { merchantId, memberId, now }: Asked,
): Promise<MemberPoints & { days: ExpiringDay[] }> {
  const at = now.toISOString();
  const [row] = await source.sql<Row[]>`
    with held as (
      select * from (
        select l.remaining, lot_expiry(l.expires_at, l.idle_months, m.active_at, s.timezone) as expires_at, l.available_at, s.timezone,
          (l.state = 'pending' and l.available_at > ${at}) as waiting
        from lot l join member m on m.merchant_id = ${merchantId} and m.id = l.member_id join merchant s on s.id = ${merchantId}
        where l.merchant_id = ${merchantId} and l.member_id = ${memberId} and l.remaining > 0) l
      where expires_at is null or expires_at > ${at}),
    next as (select min(available_at) filter (where waiting) as arrives_at, min(expires_at) filter (where not waiting) as expires_at from held)
    select coalesce(sum(remaining) filter (where not waiting), 0)::bigint as open,
      coalesce(sum(remaining) filter (where waiting), 0)::bigint as pending,
      coalesce((select debt from member where merchant_id = ${merchantId} and id = ${memberId}), 0) as debt,
      (select arrives_at from next) as "arrivesAt", (select expires_at from next) as "expiresAt",
      coalesce(sum(remaining) filter (where waiting and available_at = (select arrives_at from next)), 0)::bigint as arriving,
      coalesce(sum(remaining) filter (where not waiting and held.expires_at = (select expires_at from next)), 0)::bigint as expiring,
      (select json_agg(d) from (
        select to_char((expires_at at time zone timezone) - interval '1 microsecond', 'YYYY-MM-DD') as "lastDay", sum(remaining)::bigint as points
        from held where not waiting and expires_at is not null group by 1 order by 1 limit 92) d) as days
    from held`;
  if (!row) throw new Error("an aggregate returned no row");
  return {
    balance: row.open - row.debt,
    pending: row.pending,
    debt: row.debt,
    arriving: row.arrivesAt ? { at: new Date(row.arrivesAt).toISOString(), points: row.arriving } : null,
    expiring: row.expiresAt ? { at: new Date(row.expiresAt).toISOString(), points: row.expiring } : null,
    days: row.days ?? [],
  };
}
