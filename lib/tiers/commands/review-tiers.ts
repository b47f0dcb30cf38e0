import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";
import { dueOf } from "../count-towards-tier";
import { advance } from "../domain/evaluate-tier";
import { tallyOf } from "../domain/tally-of";
import { membersPast } from "../member-past";
import { shopTiers } from "../shop-tiers";
import { readStored, type StandingRow, standingColumns, storeStandings } from "../stored-standings";

/**
 * Looks at the next `limit` members by tiers that came into force, in the order of their ids, and notes how far it came in
 * the same transaction: stopped anywhere, it goes on where it was.
 */
export const reviewTiers = defineCommand({
  name: "tier.review",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(10_000).default(1000) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [review] = await tx.sql<{ after: string | null; recount: boolean }[]>`
      select after, recount from tier_review where merchant_id = ${merchantId} for update`;
    const shop = review && (await shopTiers(tx, merchantId));
    if (!review || !shop || shop.rules.from > now) return { looked: 0, moved: 0 };
    const rows = await tx.sql<StandingRow[]>`
      select ${standingColumns(tx.sql)} from member m
      where m.merchant_id = ${merchantId} and m.status = 'active' and (${review.after}::uuid is null or m.id > ${review.after})
      order by m.id limit ${input.limit} for update`;
    const last = rows.at(-1)?.id;
    const ids = rows.map(({ id }) => id);
    const pasts = review.recount ? await membersPast(tx, merchantId, ids) : null;
    const looked = rows.map((row) => {
      const { id, enrolledAt, now: stored } = readStored(row);
      const place = { zone: shop.zone, enrolledAt };
      const events = pasts?.get(id)?.events;
      const before = events ? { ...stored, tally: tallyOf(events, shop.rules.window, place) } : stored;
      const { standing, changes } = advance(before, now, shop.rules, place);
      return { id, now: standing, dueAt: dueOf(standing, shop.rules, place), changes };
    });
    await storeStandings(tx, merchantId, looked, actorName(actor));
    if (last === undefined) await tx.sql`delete from tier_review where merchant_id = ${merchantId}`;
    else await tx.sql`update tier_review set after = ${last} where merchant_id = ${merchantId}`;
    return { looked: looked.length, moved: looked.filter(({ changes }) => changes.length > 0).length };
  },
});
