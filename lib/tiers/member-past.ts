import type { Database, Tx } from "@/db/client";
import type { TierByHand } from "./domain/replay-tier";
import type { QualifyingEvent } from "./domain/types";

export interface MemberPast {
  events: (QualifyingEvent & { id: string })[];
  byHand: TierByHand[];
}

interface EventRow {
  memberId: string;
  id: string;
  at: string;
  spend: number;
  points: number;
  visits: number;
  activities: number;
}

interface HandRow {
  memberId: string;
  at: string;
  tier: string | null;
  reason: string;
  note: string | null;
}

/** All that counted towards the tiers of these members, and what people decided about them. */
export async function membersPast(
  { sql }: Pick<Database | Tx, "sql">,
  merchantId: number,
  memberIds: readonly string[],
): Promise<Map<string, MemberPast>> {
  const ids = [...memberIds];
  const [events, hands] = await Promise.all([
    sql<EventRow[]>`
      select member_id as "memberId", id, occurred_at as at, amount - refunded as spend, points - points_taken as points,
        case when refunded < amount or amount = 0 then 1 else 0 end as visits, 0 as activities
      from purchase where merchant_id = ${merchantId} and member_id = any(${ids}) and status = 'recorded'
      union all
      select member_id, id, occurred_at, 0, points, 0, 1 from activity
      where merchant_id = ${merchantId} and member_id = any(${ids}) and status = 'recorded' and counted
      order by 1, 3, 2`,
    sql<HandRow[]>`
      select member_id as "memberId", since as at, tier, reason, note from member_tier
      where merchant_id = ${merchantId} and member_id = any(${ids})
        and coalesce(reason, '') not in ('reached', 'lapsed', 'refunded', 'program') order by member_id, since`,
  ]);
  const pasts = new Map<string, MemberPast>(ids.map((id) => [id, { events: [], byHand: [] }]));
  for (const { memberId, at, ...rest } of events)
    pasts.get(memberId)?.events.push({ ...rest, at: new Date(at) });
  for (const { memberId, at, tier, reason, note } of hands) {
    const kind = reason === "locked" || reason === "unlocked" ? reason : "given";
    pasts.get(memberId)?.byHand.push({ at: new Date(at), kind, tier, note });
  }
  return pasts;
}
