import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import type { Database } from "@/db/client";
import { database } from "@/db/connection";
import { type Actor, roles } from "@/lib/access/actor";
import { unexpected } from "@/lib/access/problem-response";
import { systemNow } from "@/lib/kernel/clock";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { importMembers } from "../import/commands/import-members";
import { importPurchases } from "../import/commands/import-purchases";
import { undoImport } from "../import/commands/undo-import";
import { FileFault } from "../import/file-fault";
import type { ImportContext, ImportReport } from "../import/import-run";
import { keepFile, withKeptFile } from "../import/kept-file";
import { ProgressNote, readRefused } from "../import/progress-note";

const payloadSchema = z.object({
  merchantId: z.int(),
  id: z.uuid(),
  task: z.enum(["check", "record", "undo"]),
  by: z.string(),
  locale: z.enum(locales),
});
type Payload = z.output<typeof payloadSchema>;

interface Run {
  kind: "purchases" | "members";
  fileName: string;
  mapping: unknown;
}

/**
 * Tries, records or takes back a file that was sent by a browser. Killed in the middle, it is begun again and records
 * nothing twice. What the file or its columns are to blame for is noted beside the import, and not tried again.
 */
export async function runImport(payload: unknown, { job }: Pick<JobHelpers, "job">): Promise<void> {
  const asked = payloadSchema.parse(payload);
  const { merchantId, id, task } = asked;
  const db = database();
  const [run] = await db.sql<Run[]>`
    select kind, file_name as "fileName", mapping from import_run
    where merchant_id = ${merchantId} and id = ${id} and task = ${task}`;
  if (!run) return;
  const note = new ProgressNote(db, { merchantId, id });
  try {
    const context = { actor: await actorOf(db, asked), now: systemNow(), database: db, locale: asked.locale };
    if (task === "undo") {
      await undoImport(context, {
        id,
        onProgress: ({ done, total }) => note.write({ doing: "recording", done, total }),
      });
      await note.end({});
    } else await note.end(await readFile(context, asked, run, note));
  } catch (error) {
    await note.settle();
    const problem = error instanceof FileFault ? error.asProblem() : error;
    // Somebody's import from the command line is under way: the queue asks again later.
    const wait = problem instanceof Problem && problem.code === "import_running";
    if ((wait || !(problem instanceof Problem)) && job.attempts < job.max_attempts) throw error;
    await note.fail(problem instanceof Problem ? problem : unexpected(error), task);
  }
}

async function readFile(
  context: ImportContext,
  { merchantId, id, task }: Payload,
  { kind, fileName, mapping }: Run,
  note: ProgressNote,
): Promise<{ checked?: ImportReport }> {
  const { database: db } = context;
  const sent = { merchantId, id, file: "sent", name: fileName } as const;
  return withKeptFile(db, sent, async (file) => {
    const report = await (kind === "purchases" ? importPurchases : importMembers)(context, {
      file,
      mapping,
      dryRun: task === "check",
      runId: id,
      onProgress: (progress) => note.write(progress),
    });
    await keepFile(db, { merchantId, id, file: "refused" }, readRefused(report.refusedFile));
    return task === "check" ? { checked: { ...report, refusedFile: null } } : {};
  });
}

/** Whoever asked, as what they are allowed to do now: somebody who left meanwhile imports nothing. */
async function actorOf({ sql }: Database, { merchantId, by }: Payload): Promise<Actor> {
  const accountId = by.startsWith("staff:") ? by.slice("staff:".length) : null;
  if (accountId === null) return { kind: "system", name: "import", merchantId, transport: "job" };
  const [staff] = await sql<{ role: string }[]>`
    select role from staff where merchant_id = ${merchantId} and account_id = ${accountId} and active`;
  const role = roles.find((one) => one === staff?.role);
  if (!role) throw new Problem("forbidden");
  return { kind: "staff", merchantId, accountId, role, transport: "job" };
}
