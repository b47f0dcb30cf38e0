import type { Database, Tx } from "@/db/client";
import { programContent } from "./program-content";
import type { Program } from "./schemas";

/** The program in force at an instant; null when nothing is published yet. */
export async function publishedProgram(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
  at: Date,
): Promise<Program | null> {
  const [row] = await source.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} and effective_from <= ${at.toISOString()}
    order by effective_from desc, version desc limit 1`;
  return row ? programContent(source, merchantId, row.version) : null;
}
