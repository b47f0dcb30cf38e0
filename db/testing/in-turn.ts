import { vi } from "vitest";
import type { Database } from "@/db/client";

/**
 * Holds a member until two commands wait, the second after the first: both have looked before either writes, as it goes
 * when two people press at the same moment. Answers how each ended.
 */
export async function inTurn(
  database: Database,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  ...commands: [() => Promise<unknown>, () => Promise<unknown>]
): Promise<PromiseSettledResult<unknown>[]> {
  const waiting = async () => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count;
  };
  const started: Promise<unknown>[] = [];
  await database.transaction(async ({ sql }) => {
    await sql`select id from member where merchant_id = ${merchantId} and id = ${memberId} for update`;
    for (const command of commands) {
      const ending = command();
      // Looked at below; until then a refusal has nobody who waits for it.
      ending.catch(() => {});
      started.push(ending);
      await vi.waitUntil(async () => (await waiting()) === started.length, { timeout: 20_000, interval: 10 });
    }
  });
  return Promise.allSettled(started);
}
