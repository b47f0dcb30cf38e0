import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";
import { dueOf } from "../count-towards-tier";
import { advance } from "../domain/evaluate-tier";
import { shopTiers } from "../shop-tiers";
import { readStored, type StandingRow, standingColumns, storeStandings } from "../stored-standings";

/**
 * Ends periods and days of grace that are over for up to `limit` members, in one short transaction. Members that somebody
 * else holds are left for the next round. Stopped in the middle, it goes on where it was: who was looked at is no longer due.
 */
export const settleTiers = defineCommand({
  name: "tier.settle",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(10_000).default(2000) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const shop = await shopTiers(tx, merchantId);
    if (!shop) return { looked: 0, moved: 0 };
    const rows = await tx.sql<StandingRow[]>`
      select ${standingColumns(tx.sql)} from member m
      where m.merchant_id = ${merchantId} and m.tier_due_at <= ${now.toISOString()} and m.status = 'active'
      order by m.tier_due_at limit ${input.limit} for update skip locked`;
    const looked = rows.map((row) => {
      const { id, enrolledAt, now: before } = readStored(row);
      const place = { zone: shop.zone, enrolledAt };
      const { standing, changes } = advance(before, now, shop.rules, place);
      return { id, now: standing, dueAt: dueOf(standing, shop.rules, place), changes };
    });
    await storeStandings(tx, merchantId, looked, actorName(actor));
    return { looked: looked.length, moved: looked.filter(({ changes }) => changes.length > 0).length };
  },
});
