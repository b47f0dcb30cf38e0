import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { id } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { type LockedImport, lockImport, refuseWhileBusy } from "../lock-import";
import { membersMappingSchema, purchasesMappingSchema } from "../schemas";

const states = {
  check: ["open"],
  record: ["open", "failed"],
  undo: ["done", "failed", "undoing"],
} as const;

/**
 * Asks the worker to try a file, to record it, or to take it back. It goes on when the browser is closed. Asked twice
 * for the same, it is done once.
 */
export const askImport = defineCommand({
  name: "import.ask",
  permission: "import.run",
  input: z.strictObject({
    id: id(),
    task: z.enum(["check", "record", "undo"]),
    /** In which refusals are written. */
    locale: z.enum(locales),
  }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const { task, locale } = input;
    const run = await lockImport(tx, merchantId, input.id);
    if (run.task === task) return {};
    refuseWhileBusy(run, states[task]);
    if (task !== "undo") checkReady(run);
    if (task === "record" && run.checked === null) throw new Problem("conflict");
    await tx.sql`
      update import_run set task = ${task}, doing = 'reading', progress = 0, progress_total = null, failure = null
      where merchant_id = ${merchantId} and id = ${input.id}`;
    const payload = JSON.stringify({ merchantId, id: input.id, task, by: actorName(actor), locale });
    // One import at a time for everybody: mail and expiry must not wait behind a million rows.
    await tx.sql`
      select graphile_worker.add_job('run-import', ${payload}::text::json, queue_name => 'imports', max_attempts => 5,
        job_key => ${`import:${merchantId}:${input.id}:${task}`})`;
    audit(tx, actor, now, {
      action: `import.ask-${task}`,
      subject: `import:${input.id}`,
      after: { file: run.fileName },
    });
    return {};
  },
});

function checkReady({ kind, mapping, fileBytes }: LockedImport): void {
  if (fileBytes === null) throw new Problem("conflict");
  const read = parseInput(kind === "purchases" ? purchasesMappingSchema : membersMappingSchema, mapping);
  if (Object.keys(read.files).length > 0) throw fieldProblem("files", "import.joined");
}
