import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { text } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { comparePrograms } from "../domain/compare-programs";
import { lockLatest, publish } from "../publish";
import { refuseNeverGiven } from "../refuse-never-given";
import { programSchema } from "../schemas";

/** Publishes the draft that was looked at: another revision, or a version published since, is shown first. */
export const publishDraft = defineCommand({
  name: "program.publish",
  permission: "program.publish",
  input: z.strictObject({ revision: z.int().min(1), note: text(500).optional() }),
  async run({ actor, input, now, tx }) {
    const latest = await lockLatest(tx, actor.merchantId);
    const [draft] = await tx.sql<{ revision: number; basedOn: number; content: unknown }[]>`
      select revision, based_on as "basedOn", content from program_draft where merchant_id = ${actor.merchantId}`;
    if (!draft) throw new Problem("nothing_to_publish");
    if (draft.revision !== input.revision || draft.basedOn !== (latest?.version ?? 0))
      throw new Problem("draft_changed");
    const content = programSchema.parse(draft.content);
    refuseNeverGiven(content);
    // What the difference between the two shows is published, and nothing else is: the order of rules means nothing.
    if (latest && comparePrograms(programSchema.parse(latest.content), content).length === 0)
      throw new Problem("nothing_to_publish");
    return publish({ tx, actor, now }, { content, note: input.note });
  },
});
