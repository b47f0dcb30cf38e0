import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";

/** Has one of the shop's waiting jobs tried now, with all its attempts before it. */
export const retryJob = defineCommand({
  name: "jobs.retry",
  permission: "outbox.read",
  input: z.strictObject({ id: z.string().regex(/^\d{1,18}$/, { error: "id" }) }),
  async run({ actor, input, now, tx }) {
    const [job] = await tx.sql<{ task: string; running: boolean }[]>`
      select t.identifier as task, j.locked_at is not null as running
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.id = ${input.id}::bigint and j.payload ->> 'merchantId' = ${String(actor.merchantId)}`;
    if (!job) throw new Problem("not_found");
    // One that is under way needs no push.
    if (job.running) return {};
    await tx.sql`
      select graphile_worker.reschedule_jobs(array[${input.id}::bigint], run_at => ${now.toISOString()}::timestamptz, attempts => 0)`;
    audit(tx, actor, now, { action: "jobs.retry", subject: `job:${input.id}`, after: { job: job.task } });
    return {};
  },
});
