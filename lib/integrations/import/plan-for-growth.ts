import type { Database } from "@/db/client";

/**
 * Tables that an import fills. Statements were planned when these were empty, when every index looks as good as another,
 * and the database keeps such plans, its own for foreign keys too, until it looks at the tables again. It does so within a
 * minute or two; an import by then has asked the wrong index a hundred thousand times.
 */
const tables = ["member", "purchase", "purchase_line", "ledger_entry", "lot", "cap_use", "day_total"];

/** Beyond this many rows the database's own timing is good enough, and looking costs more. */
const small = 100_000;

/** Has the database look at the tables that were small when it last did. */
export async function planForGrowth({ sql }: Database): Promise<void> {
  const found = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${tables}) and reltuples < ${small}`;
  if (found.length > 0) await sql`analyze ${sql(found.map(({ name }) => name))}`;
}
