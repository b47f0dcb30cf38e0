import type { Database, Tx } from "@/db/client";
import { type Program, programSchema } from "./schemas";

// A published version never changes, so what was read once may be kept for as long as the process lives.
const kept = new Map<string, Program>();
const keptAtMost = 500;

/** The program of one published version. */
export async function programContent(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
  version: number,
): Promise<Program> {
  const key = `${merchantId}:${version}`;
  const known = kept.get(key);
  if (known) return known;
  const [row] = await source.sql<{ content: unknown }[]>`
    select content from program_version where merchant_id = ${merchantId} and version = ${version}`;
  if (!row) throw new Error(`program version ${version} of merchant ${merchantId} does not exist`);
  const program = programSchema.parse(row.content);
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, program);
  return program;
}
