import type { Database } from "@/db/client";
import { tallyOf } from "./domain/tally-of";
import { membersPast } from "./member-past";
import { shopTiers } from "./shop-tiers";
import { readStored, type StandingRow, standingColumns } from "./stored-standings";

const batch = 1000;

/** Members whose tally is not what their purchases and activities come to; none while a review still counts them anew. */
export async function tallyDifferences(
  database: Database,
  merchantId: number,
): Promise<{ subject: string; recorded: string; recomputed: string }[]> {
  const { sql } = database;
  const shop = await shopTiers(database, merchantId);
  const [review] = await sql`select version from tier_review where merchant_id = ${merchantId}`;
  if (!shop || review) return [];
  const found: { subject: string; recorded: string; recomputed: string }[] = [];
  for (let after: string | null = null; ; ) {
    const rows: StandingRow[] = await sql<StandingRow[]>`
      select ${standingColumns(sql)} from member m
      where m.merchant_id = ${merchantId} and m.status = 'active' and (${after}::uuid is null or m.id > ${after})
      order by m.id limit ${batch}`;
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
    const ids = rows.map(({ id }) => id);
    const pasts = await membersPast(database, merchantId, ids);
    for (const row of rows) {
      const { id, enrolledAt, now } = readStored(row);
      const events = pasts.get(id)?.events ?? [];
      const [recorded, recomputed] = [
        now.tally,
        tallyOf(events, shop.rules.window, { zone: shop.zone, enrolledAt }),
      ].map((tally) => JSON.stringify(Object.fromEntries(Object.entries(tally).sort())));
      if (recorded !== recomputed)
        found.push({ subject: `member ${id}`, recorded: recorded ?? "", recomputed: recomputed ?? "" });
    }
  }
}
