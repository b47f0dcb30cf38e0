import type { Sql } from "@/db/client";
import type { MemberKey } from "@/lib/members/member-key";
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

interface Row extends Omit<RewardFacts, "taken">, Record<LimitPeriod, number> {}

const columns = {
  id: "id",
  card: "card_number",
  externalId: "external_id",
  email: "email",
  phone: "phone",
} as const;

/** Null when there is no such member. Cancelled redemptions do not count as taken. */
export async function rewardFacts(
  sql: Sql,
  {
    merchantId,
    now,
    member,
    reward,
    id,
  }: { merchantId: number; now: Date; member: MemberKey; reward: string; id: string | null },
): Promise<RewardFacts | null> {
  const [row] = await sql<Row[]>`
    select m.entry_seq as "entrySeq", m.tags, coalesce(t.given, 0) as given, u.*,
      (select json_build_object('memberId', r.member_id, 'reward', r.reward, 'quantity', r.quantity)
        from redemption r where r.merchant_id = ${merchantId} and r.id = ${id}) as existing
    from member m
    join merchant shop on shop.id = ${merchantId}
    left join reward_total t on t.merchant_id = ${merchantId} and t.reward = ${reward}
    cross join lateral (select (${now.toISOString()}::timestamptz at time zone shop.timezone)::date as today) d
    cross join lateral (
      select coalesce(sum(r.quantity) filter (where r.day = d.today), 0) as day,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('week', d.today)::date), 0) as week,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('month', d.today)::date), 0) as month,
        coalesce(sum(r.quantity) filter (where r.day >= date_trunc('year', d.today)::date), 0) as year,
        coalesce(sum(r.quantity), 0) as ever
      from redemption r
      where r.merchant_id = ${merchantId} and r.member_id = m.id and r.reward = ${reward} and r.status <> 'cancelled') u
    where m.merchant_id = ${merchantId} and m.${sql(columns[member.by])} = ${member.value} and m.status = 'active'`;
  if (!row) return null;
  const { entrySeq, tags, given, existing, day, week, month, year, ever } = row;
  return { entrySeq, tags, given, existing, taken: { day, week, month, year, ever } };
}
