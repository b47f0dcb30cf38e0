import type { StandingFacts } from "@/lib/tiers/standing-facts";
import { addCounts, type DayCounts } from "./domain/day-counts";
import type { Lot } from "./domain/types";

/** Rows as `post_ledger` takes them: column names, money in minor units, instants as ISO text. */
export type Row = Record<string, unknown>;

/** What several batches post, as one. */
export function mergeRows(all: readonly Row[]): Row {
  const merged: Record<string, Row[]> = {};
  for (const rows of all) {
    for (const [name, list] of Object.entries(rows) as [string, Row[]][]) {
      const known = merged[name];
      if (known) known.push(...list);
      else merged[name] = [...list];
    }
  }
  const { days = [], reward_totals: totals } = merged;
  return {
    ...merged,
    days: sumByDay(days as unknown as DayRow[]),
    ...(totals && { reward_totals: sumByReward(totals as unknown as TotalRow[]) }),
  };
}

type DayRow = DayCounts & { day: string };

/** One row a day: an upsert takes none twice. */
function sumByDay(rows: readonly DayRow[]): DayRow[] {
  const days = new Map<string, DayRow>();
  for (const row of rows) {
    const known = days.get(row.day);
    if (!known) days.set(row.day, { ...row });
    else addCounts(known, row);
  }
  return [...days.values()];
}

interface TotalRow {
  reward: string;
  given: number;
  donated: number;
  most: number | null;
}

/** One row a reward: an update takes the first of several. In the order of their names, in which everybody locks them. */
function sumByReward(rows: readonly TotalRow[]): TotalRow[] {
  const totals = new Map<string, TotalRow>();
  for (const row of rows) {
    const known = totals.get(row.reward);
    if (!known) totals.set(row.reward, { ...row });
    else {
      known.given += row.given;
      known.donated += row.donated;
      known.most ??= row.most;
    }
  }
  return [...totals.values()].sort((a, b) => (a.reward < b.reward ? -1 : 1));
}

export const capRows = (memberId: string, caps: Record<string, number>): Row[] =>
  Object.entries(caps).map(([key, used]) => {
    const split = key.indexOf(":");
    return { member_id: memberId, rule: key.slice(0, split), period: key.slice(split + 1), used };
  });

export const standingColumns = ({ now, seq, dueAt }: StandingFacts): Row => ({
  tally_seq: seq + 1,
  tally: now.tally,
  tier: now.tier,
  tier_since: now.since,
  tier_until: now.until,
  tier_due_at: dueAt,
  tier_as_of: now.asOf,
});

export const lotRow = (memberId: string, lot: Lot): Row => ({
  member_id: memberId,
  no: lot.no,
  state: lot.state,
  points: lot.points,
  remaining: lot.remaining,
  earned_at: lot.earnedAt,
  available_at: lot.availableAt,
  expires_at: lot.expiresAt,
  entry_seq: lot.entrySeq,
  purchase_id: lot.purchaseId,
  validity_months: lot.validityMonths,
  idle_months: lot.idleMonths,
  origin_member_id: lot.origin?.memberId,
  origin_no: lot.origin?.no,
  expired_before: lot.expiredBefore,
});

/** One row an instant: of two tiers that purchases of the same moment reached one after the other, the last. */
export const tierChangeRows = (memberId: string, standing: StandingFacts | null, actor: string): Row[] => {
  const changes = standing?.changes ?? [];
  const last = new Map(changes.map((change) => [change.at.getTime(), change]));
  return [...last.values()].map(({ at, tier, reason }) => ({
    member_id: memberId,
    since: at,
    tier,
    reason,
    actor,
  }));
};
