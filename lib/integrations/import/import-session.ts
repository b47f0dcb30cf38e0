import type { Database, Sql } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";

/**
 * Runs one import or undo at a time for a merchant, over a connection of its own. The lock goes with the connection, so an
 * import that was killed does not stand in the way of the next.
 */
export async function importSession<T>(
  database: Database,
  merchantId: number,
  run: (connection: Sql) => Promise<T>,
): Promise<T> {
  const reserved = await database.sql.reserve();
  const sql = reserved as unknown as Sql;
  const name = `regulars:import:${merchantId}`;
  try {
    const [lock] = await sql<
      { held: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as held`;
    if (!lock?.held) throw new Problem("import_running");
    try {
      return await run(sql);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.catch(() => {});
    }
  } finally {
    reserved.release();
  }
}
