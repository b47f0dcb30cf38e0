import type { Entry } from "./types";

/**
 * What happened on one local day, as kept in `day_total`. Points:
 * outstanding after a day = outstanding before + issued - pending - redeemed - expired - taken_back + other.
 */
export interface DayCounts {
  purchases: number;
  /** Minor units. */
  revenue: number;
  refunds: number;
  refunded: number;
  enrolled: number;
  /** Points earned, held ones included; an undone import takes its own off again. */
  issued: number;
  /** Change of what is held. */
  pending: number;
  redeemed: number;
  expired: number;
  taken_back: number;
  /** Adjustments, gifts, merges, write-offs and forfeits, signed. */
  other: number;
}

export const noCounts = (): DayCounts => ({
  purchases: 0,
  revenue: 0,
  refunds: 0,
  refunded: 0,
  enrolled: 0,
  issued: 0,
  pending: 0,
  redeemed: 0,
  expired: 0,
  taken_back: 0,
  other: 0,
});

const names = Object.keys(noCounts()) as (keyof DayCounts)[];

export function addCounts(counts: DayCounts, more: DayCounts): void {
  for (const name of names) counts[name] += more[name];
}

/** Adds one ledger entry to the counts of its day. */
export function countDays(counts: DayCounts, entry: Pick<Entry, "kind" | "points" | "pending">): void {
  const moved = entry.points + entry.pending;
  counts.pending += entry.pending;
  switch (entry.kind) {
    case "earn":
    case "undo":
      counts.issued += moved;
      return;
    case "release":
      return;
    case "refund":
      counts.taken_back -= moved;
      return;
    case "spend":
    case "return":
      counts.redeemed -= moved;
      return;
    case "expire":
      counts.expired -= moved;
      return;
    case "adjust":
    case "gift-out":
    case "gift-in":
    case "gift-back":
    case "write-off":
    case "forfeit":
    case "merge":
    case "unmerge":
      counts.other += moved;
      return;
  }
}
