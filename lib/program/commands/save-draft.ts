import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { keepPictures } from "../keep-pictures";
import { lockLatest } from "../publish";
import { refuseNeverGiven } from "../refuse-never-given";
import { programSchema } from "../schemas";

/** Saves the draft over the revision that its editor saw (0: there was none); a later one is refused, not overwritten. */
export const saveDraft = defineCommand({
  name: "program.save-draft",
  permission: "program.edit",
  input: z.strictObject({ content: programSchema, revision: z.int().min(0) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    refuseNeverGiven(input.content);
    const latest = await lockLatest(tx, merchantId);
    const [draft] = await tx.sql<{ revision: number; content: unknown }[]>`
      select revision, content from program_draft where merchant_id = ${merchantId}`;
    if ((draft?.revision ?? 0) !== input.revision) throw new Problem("draft_changed");
    const content = await keepPictures({ tx, actor, now }, input.content);
    const revision = input.revision + 1;
    await tx.sql`
      insert into program_draft (merchant_id, content, based_on, revision, updated_at, updated_by)
      values (${merchantId}, ${JSON.stringify(content)}::text::jsonb, ${latest?.version ?? 0}, ${revision},
        ${now.toISOString()}, ${actorName(actor)})
      on conflict (merchant_id) do update set content = excluded.content, revision = excluded.revision,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by`;
    audit(tx, actor, now, {
      action: "program.save-draft",
      subject: "program:draft",
      before: draft?.content,
      after: content,
    });
    return { revision };
  },
});
