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
  /** Adjustments, gifts, write-offs and forfeits, signed. */
  other: number;
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
    case "write-off":
    case "forfeit":
      counts.other += moved;
      return;
  }
}
