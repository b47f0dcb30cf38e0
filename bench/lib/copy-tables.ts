import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { Database } from "@/db/client";

/** What an import fills, parents first. */
const tables = [
  "merchant",
  "program_version",
  "member",
  "purchase",
  "purchase_line",
  "ledger_entry",
  "lot",
  "cap_use",
  "day_total",
  "import_run",
  "audit_event",
];

/** Writes every row that an import made to files that COPY reads. */
export async function exportTables(url: string, directory: string): Promise<void> {
  for (const table of tables) {
    // A connection that has given its rows to a stream may stay paused: each table gets one of its own.
    const sql = postgres(url, { max: 1 });
    const rows = await sql`copy ${sql(table)} to stdout`.readable();
    await pipeline(rows, createWriteStream(join(directory, `${table}.copy`)));
    await sql.end({ timeout: 0 });
  }
}

/** The limit: the same rows into the same tables, with their keys, indexes and checks, one COPY a table. */
export async function copyTables({ sql }: Database, directory: string): Promise<void> {
  for (const table of tables) {
    const rows = await sql`copy ${sql(table)} from stdin`.writable();
    await pipeline(createReadStream(join(directory, `${table}.copy`), { highWaterMark: 262_144 }), rows);
  }
}
