import { applyProgram } from "@/lib/program/commands/apply-program";
import { type BenchShop, cafeProgram } from "./shop";

/** The first instant after the days of grace of 2025. */
export const gracesEnd = "2026-01-31T00:00:00+03:00";

/**
 * Puts every member of a shop on Silver, which ten visits in a calendar year keep, at the end of the days of grace: four
 * visits in the year that ended, and with every third ten since it ended, which keep the tier.
 */
export async function fillDueTiers({ database, actor }: BenchShop): Promise<void> {
  const { merchantId } = actor;
  const tiers = [{ key: "silver", name: "Silver", needs: { visits: 10 } }];
  const content = {
    ...cafeProgram,
    tiers,
    earning: {},
    qualification: { window: { kind: "calendarYear" as const } },
  };
  await applyProgram.execute({ actor, now: new Date(), database }, { content });
  const { sql } = database;
  await sql`update program_version set effective_from = '2024-01-01T00:00:00Z' where merchant_id = ${merchantId} and version > 1`;
  await sql`delete from tier_review where merchant_id = ${merchantId}`;
  await sql`
    update member m set tier = 'silver', tier_since = '2024-06-01T12:00:00+03:00', tier_until = case when n.place % 3 = 0 then '2027-01-01T00:00:00+03:00' else '2026-01-01T00:00:00+03:00' end::timestamptz,
      tier_due_at = ${gracesEnd}, tier_as_of = '2025-12-20T12:00:00+03:00', tally_seq = 12, enrolled_at = '2024-03-01T12:00:00+03:00',
      tally = case when n.place % 3 = 0 then '{"y2025": [312000, 3120, 4, 0], "y2026": [780000, 7800, 10, 0]}'::jsonb
        else '{"y2025": [312000, 3120, 4, 0]}'::jsonb end
    from (select id, row_number() over (order by id) as place from member where merchant_id = ${merchantId}) n
    where m.merchant_id = ${merchantId} and m.id = n.id`;
  await sql`vacuum (full, analyze) member`;
  await sql`checkpoint`;
}
