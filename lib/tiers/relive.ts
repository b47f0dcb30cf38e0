import type { Tx } from "@/db/client";
import { dueOf } from "./count-towards-tier";
import { replayTier } from "./domain/replay-tier";
import { membersPast } from "./member-past";
import { shopTiers } from "./shop-tiers";
import { readStored, type StandingRow, standingColumns, storeStandings } from "./stored-standings";
import { publishedTierRules } from "./tier-rules-of";

/**
 * Lets members stand where what is left of their past leads them, as after an import that was undone: their history of
 * tiers is written anew, but for what people decided. The caller holds them.
 */
export async function relive(
  tx: Tx,
  merchantId: number,
  { memberIds, now, actor }: { memberIds: readonly string[]; now: Date; actor: string },
): Promise<void> {
  const shop = await shopTiers(tx, merchantId);
  if (!shop || memberIds.length === 0) return;
  const ids = [...memberIds];
  const [rows, pasts, publications] = await Promise.all([
    tx.sql<StandingRow[]>`
      select ${standingColumns(tx.sql)} from member m where m.merchant_id = ${merchantId} and m.id = any(${ids})`,
    membersPast(tx, merchantId, ids),
    publishedTierRules(tx, merchantId),
  ]);
  const lived = rows.map((row) => {
    const { id, enrolledAt } = readStored(row);
    const place = { zone: shop.zone, enrolledAt };
    const { events = [], byHand = [] } = pasts.get(id) ?? {};
    const { standing, changes } = replayTier({ events, byHand, publications }, place, now);
    return { id, now: standing, dueAt: dueOf(standing, shop.rules, place), changes };
  });
  await tx.sql`
    delete from member_tier where merchant_id = ${merchantId} and member_id = any(${ids})
      and reason in ('reached', 'lapsed', 'refunded', 'program')`;
  await storeStandings(tx, merchantId, lived, actor);
}
