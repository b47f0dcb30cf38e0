import { z } from "zod";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";

export interface ListedImport {
  id: string;
  kind: "purchases" | "members";
  status: "open" | "running" | "done" | "failed" | "undoing" | "undone";
  task: "check" | "record" | "undo" | null;
  fileName: string;
  accepted: number;
  refused: number;
  points: number;
  startedAt: string;
  startedBy: string;
  /** The name behind `startedBy`; null for the command line. */
  startedByName: string | null;
}

const pageSize = 30;

/** The shop's imports, newest first; `before` is the id of the last one seen. */
export const listImports = defineQuery({
  name: "import.list",
  permission: "import.run",
  input: z.strictObject({ before: id().optional() }),
  async run({ actor, input, database }) {
    const before = input.before ?? null;
    const { sql } = database;
    const rows = await sql<ListedImport[]>`
      select id, kind, status, task, file_name as "fileName", accepted, refused, points, started_at as "startedAt",
        started_by as "startedBy"
      from import_run where merchant_id = ${actor.merchantId} and (${before}::uuid is null or id < ${before})
        and (status <> 'open' or file_bytes is not null)
      order by id desc limit ${pageSize + 1}`;
    const shown = rows.slice(0, pageSize);
    const names = await actorNames(
      sql,
      actor.merchantId,
      shown.map((row) => row.startedBy),
    );
    return {
      imports: shown.map((row) => ({
        ...row,
        startedAt: new Date(row.startedAt).toISOString(),
        startedByName: names[row.startedBy] ?? null,
      })),
      next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
