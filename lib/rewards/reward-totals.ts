import type { Database } from "@/db/client";

export interface RewardTotals {
  /** Taken from its stock and not cancelled. */
  given: number;
  /** Minor units given to its cause. */
  donated: number;
}

/** What was given, by reward: of those with a stock, and of donations. */
export async function rewardTotals(
  { sql }: Pick<Database, "sql">,
  merchantId: number,
): Promise<Map<string, RewardTotals>> {
  const rows = await sql<(RewardTotals & { reward: string })[]>`
    select reward, given, donated from reward_total where merchant_id = ${merchantId}`;
  return new Map(rows.map(({ reward, given, donated }) => [reward, { given, donated }]));
}
