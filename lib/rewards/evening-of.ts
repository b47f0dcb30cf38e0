import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import type { RedemptionRow } from "./redemption-row";

/** The evening at which a redemption is a place, if it is one: looked up among those of its reward, as places are kept by evening. */
export async function eveningOf(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  { id, reward, gives }: Pick<RedemptionRow, "id" | "reward" | "gives">,
): Promise<{ id: string; name: string; startsAt: Date } | null> {
  if (gives.kind !== "experience") return null;
  const [row] = await sql<{ id: string; name: string; startsAt: string }[]>`
    select e.id, e.name, e.starts_at as "startsAt" from event e
    join event_place p on p.merchant_id = ${merchantId} and p.event_id = e.id and p.id = ${id}
    where e.merchant_id = ${merchantId} and e.reward = ${reward}`;
  return row ? { ...row, startsAt: new Date(row.startsAt) } : null;
}

/** A place at an evening is used up at its door only: used at the till, nobody would let its owner in. */
export async function refusePlace(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  redemption: Pick<RedemptionRow, "id" | "reward" | "gives">,
): Promise<void> {
  const evening = await eveningOf(tx, merchantId, redemption);
  if (evening) throw new Problem("voucher_of_event", { params: { event: evening.name } });
}
