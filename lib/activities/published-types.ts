import type { Database } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import type { ActivityType, Program } from "@/lib/program/schemas";

/** The program in force now, or null when nothing is published. */
export async function programNow(
  database: Pick<Database, "sql">,
  merchantId: number,
  now: Date,
): Promise<Program | null> {
  const [row] = await database.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} and effective_from <= ${now.toISOString()}
    order by effective_from desc, version desc limit 1`;
  return row ? programContent(database, merchantId, row.version) : null;
}

/** What a type was called by the version that judged; its key when that has no such type. */
export const typeName = (program: Program, key: string): string =>
  program.activities.find((type: ActivityType) => type.key === key)?.name ?? key;
