import type { Database, Sql } from "@/db/client";
import { Gather } from "@/lib/kernel/gather";
import type { MemberKey } from "@/lib/members/member-key";
import { company } from "@/lib/points/company";
import type { LimitPeriod } from "./schemas";

/** What a redemption has to know beside the member's points. */
export interface RewardFacts {
  /** The member's last entry when this was read: another one since, and this may be out of date. */
  entrySeq: number;
  tags: string[];
  given: number;
  taken: Record<LimitPeriod, number>;
  /** Member and reward of the redemption that has this id already. */
  existing: { memberId: string; reward: string; quantity: number } | null;
}

export interface RewardFactsRequest {
  now: Date;
  member: MemberKey;
  reward: string;
  /** Of the redemption, when the caller named it. */
  id: string | null;
}

interface Row extends Omit<RewardFacts, "taken">, Record<LimitPeriod, number> {
  n: number;
}

/** For each request in turn; null where there is no such member. Cancelled redemptions do not count as taken. */
export async function rewardFacts(
  sql: Sql,
  merchantId: number,
  requests: readonly RewardFactsRequest[],
): Promise<(RewardFacts | null)[]> {
  const asked = requests.map(({ now, member, reward, id }, n) => ({ ...member, n, at: now, reward, id }));
  const rows = await sql<Row[]>`
    select q.n, m.entry_seq as "entrySeq", m.tags, coalesce(t.given, 0) as given, u.*,
      (select json_build_object('memberId', r.member_id, 'reward', r.reward, 'quantity', r.quantity)
        from redemption r where r.merchant_id = ${merchantId} and r.id = q.id) as existing
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
      as q(n integer, "by" text, value text, at timestamptz, reward text, id uuid)
    join merchant shop on shop.id = ${merchantId}
    cross join lateral (
      select a.id, a.entry_seq, a.tags, a.status from member a where a.merchant_id = ${merchantId}
        and a.id = case when q."by" = 'id' then q.value::uuid end
      union all
      select b.id, b.entry_seq, b.tags, b.status from member b where b.merchant_id = ${merchantId}
        and b.card_number = q.value and q."by" = 'card'
      union all
      select c.id, c.entry_seq, c.tags, c.status from member c where c.merchant_id = ${merchantId}
        and c.external_id = q.value and q."by" = 'externalId' and c.status = 'active'
      union all
      select d.id, d.entry_seq, d.tags, d.status from member d where d.merchant_id = ${merchantId}
        and d.email = q.value and q."by" = 'email' and d.status = 'active'
      union all
      select e.id, e.entry_seq, e.tags, e.status from member e where e.merchant_id = ${merchantId}
        and e.phone = q.value and q."by" = 'phone' and e.status = 'active') m
    left join reward_total t on t.merchant_id = ${merchantId} and t.reward = q.reward
    cross join lateral (select (q.at at time zone shop.timezone)::date as today) day
    cross join lateral (
      select coalesce(sum(r.quantity) filter (where r.day = day.today), 0) as day,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('week', day.today)::date), 0) as week,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('month', day.today)::date), 0) as month,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('year', day.today)::date), 0) as year,
        coalesce(sum(r.quantity), 0) as ever
      from redemption r
      where r.merchant_id = ${merchantId} and r.member_id = m.id and r.reward = q.reward and r.status <> 'cancelled') u
    where m.status = 'active'`;
  const found = new Map(rows.map((row) => [row.n, readRow(row)]));
  return requests.map((_, n) => found.get(n) ?? null);
}

const readRow = ({ entrySeq, tags, given, existing, day, week, month, year, ever }: Row): RewardFacts => ({
  entrySeq,
  tags,
  given,
  existing,
  taken: { day, week, month, year, ever },
});

const looks = new WeakMap<Database, Gather<RewardFactsRequest, RewardFacts | null>>();

/** The same of one request, in one statement with those that others ask for at the same moment. */
export function lookAtReward(
  database: Database,
  merchantId: number,
  request: RewardFactsRequest,
): Promise<RewardFacts | null> {
  let gather = looks.get(database);
  if (!gather) {
    gather = new Gather({ run: (merchant, asked) => rewardFacts(database.sql, merchant, asked), ...company });
    looks.set(database, gather);
  }
  return gather.add(merchantId, request);
}
