import type { Tx } from "@/db/client";

export type SweepWork = "expiry-warnings" | "tier-warnings";

/** The last local day for which the members were gone through to the end; empty when they never were. */
export async function sweptOn({ sql }: Tx, merchantId: number, work: SweepWork): Promise<string> {
  const [row] = await sql<{ day: string }[]>`
    select day::text as day from daily_sweep where merchant_id = ${merchantId} and work = ${work}`;
  return row?.day ?? "";
}

export async function noteSweep(
  { sql }: Tx,
  merchantId: number,
  work: SweepWork,
  day: string,
): Promise<void> {
  await sql`
    insert into daily_sweep (merchant_id, work, day) values (${merchantId}, ${work}, ${day})
    on conflict (merchant_id, work) do update set day = greatest(daily_sweep.day, excluded.day)`;
}
