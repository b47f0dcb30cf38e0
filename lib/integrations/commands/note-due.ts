import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";

/** Writes what one run did by itself into the audit log, in one row: how many points expired and arrived, of how many members. */
export const noteDue = defineCommand({
  name: "jobs.note-due",
  permission: "points.run-due",
  input: z.strictObject({ done: z.record(z.string(), z.int().min(1)) }),
  async run({ actor, input, now, tx }) {
    audit(tx, actor, now, { action: "jobs.run-due", after: input.done });
    return {};
  },
});
