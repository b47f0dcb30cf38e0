import type { Tx } from "@/db/client";
import { tallyOf } from "./domain/tally-of";
import { membersPast } from "./member-past";
import { shopTiers } from "./shop-tiers";
import { readStored, type StandingRow, standingColumns } from "./stored-standings";

/**
 * Counts anew what members did, after purchases and activities went from one to another, and has them looked at. The caller
 * holds them. Nothing is added up: what was counted while two were one belongs to one of them only once they part.
 */
export async function recountTallies(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  { memberIds, now }: { memberIds: readonly string[]; now: Date },
): Promise<void> {
  const shop = await shopTiers(tx, merchantId);
  if (!shop) return;
  const ids = [...memberIds];
  const [rows, pasts] = await Promise.all([
    tx.sql<StandingRow[]>`
      select ${standingColumns(tx.sql)} from member m where m.merchant_id = ${merchantId} and m.id = any(${ids})`,
    membersPast(tx, merchantId, ids),
  ]);
  const counted = rows.map((row) => {
    const { id, enrolledAt } = readStored(row);
    const events = pasts.get(id)?.events ?? [];
    return { id, tally: tallyOf(events, shop.rules.window, { zone: shop.zone, enrolledAt }) };
  });
  await tx.sql`
    update member m set tally = r.tally, tally_seq = m.tally_seq + 1,
      tier_due_at = case when m.tier_as_of is not null then ${now.toISOString()}::timestamptz else m.tier_due_at end
    from jsonb_to_recordset(${JSON.stringify(counted)}::text::jsonb) as r(id uuid, tally jsonb)
    where m.merchant_id = ${merchantId} and m.id = r.id`;
}
