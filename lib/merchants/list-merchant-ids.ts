import type { Database } from "@/db/client";

/** Every merchant, for work that is done for each of them in turn. */
export async function listMerchantIds(database: Database): Promise<number[]> {
  const rows = await database.sql<{ id: number }[]>`select id from merchant order by id`;
  return rows.map((row) => row.id);
}
