import type { Database } from "@/db/client";

/** The names of members, by id; nameless ones are missing. */
export async function memberNames(
  { sql }: Pick<Database, "sql">,
  merchantId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from member
    where merchant_id = ${merchantId} and id = any(${[...new Set(ids)]}::uuid[]) and name is not null`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
