import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";

interface FunctionFile {
  name: string;
  text: string;
  /** Kept with the function as its comment. */
  mark: string;
}

/**
 * Brings the SQL functions up to date: each is a file of db/functions, named after it, that creates or replaces it. One
 * whose file is as it was when it was last run is left alone, so that a start changes nothing. Returns the names of those changed.
 */
export async function bringFunctions(sql: postgres.Sql, directory: string): Promise<string[]> {
  const present = await marks(sql);
  const changed = readFunctions(directory).filter(({ name, mark }) => present.get(name) !== mark);
  for (const { name, text, mark } of changed) {
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx.unsafe(`comment on function ${name} is '${mark}'`);
    });
  }
  return changed.map(({ name }) => name);
}

async function marks(sql: postgres.Sql): Promise<Map<string, string | null>> {
  const rows = await sql<{ name: string; mark: string | null }[]>`
    select proname as name, obj_description(oid, 'pg_proc') as mark from pg_proc
    where pronamespace = 'public'::regnamespace`;
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

function readFunctions(directory: string): FunctionFile[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(directory, file), "utf8");
      const mark = createHash("sha256").update(text).digest("base64url");
      return { name: file.slice(0, -".sql".length), text, mark };
    });
}
