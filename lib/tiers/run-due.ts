import type { Execution } from "@/lib/access/define-command";
import { reviewTiers } from "./commands/review-tiers";
import { settleTiers } from "./commands/settle-tiers";

interface TierWork {
  /** Members whose tier was looked at, and those who are on another one since. */
  tiersLookedAt: number;
  tiersMoved: number;
}

/** Tiers by time alone: other rules that came into force, periods and days of grace that are over. */
export async function tiersDue(execution: Execution): Promise<TierWork> {
  const work: TierWork = { tiersLookedAt: 0, tiersMoved: 0 };
  for (const command of [reviewTiers, settleTiers]) {
    for (;;) {
      const { looked, moved } = await command.execute(execution, {});
      work.tiersLookedAt += looked;
      work.tiersMoved += moved;
      if (looked === 0) break;
    }
  }
  return work;
}
