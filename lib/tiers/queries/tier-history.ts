import { z } from "zod";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";

export interface TierHistoryRow {
  since: string;
  tier: string | null;
  reason: string | null;
  note: string | null;
  /** Who decided it; null where it followed from the rules. */
  by: string | null;
}

/** Which tier a member had since when and why, newest first. */
export const tierHistory = defineQuery({
  name: "tiers.history",
  permission: "members.read",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, database }): Promise<TierHistoryRow[]> {
    const { merchantId } = actor;
    const rows = await database.sql<(Omit<TierHistoryRow, "by"> & { actor: string | null })[]>`
      select since, tier, reason, note, actor from member_tier
      where merchant_id = ${merchantId} and member_id = ${input.id} order by member_tier.since desc limit 50`;
    const names = await actorNames(
      database.sql,
      merchantId,
      rows.map((row) => row.actor),
    );
    const byPeople = new Set(["edited", "locked", "unlocked", "merged"]);
    return rows.map(({ actor: by, since, ...row }) => ({
      ...row,
      since: new Date(since).toISOString(),
      by: by && byPeople.has(row.reason ?? "") ? (names[by] ?? null) : null,
    }));
  },
});
