import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { lockLatest } from "../publish";

/** Throws the draft away, if it is still the revision that was looked at. */
export const discardDraft = defineCommand({
  name: "program.discard-draft",
  permission: "program.edit",
  input: z.strictObject({ revision: z.int().min(1) }),
  async run({ actor, input, now, tx }) {
    await lockLatest(tx, actor.merchantId);
    const [gone] = await tx.sql<{ content: unknown }[]>`
      delete from program_draft where merchant_id = ${actor.merchantId} and revision = ${input.revision} returning content`;
    if (!gone) throw new Problem("draft_changed");
    audit(tx, actor, now, {
      action: "program.discard-draft",
      subject: "program:draft",
      before: gone.content,
    });
    return {};
  },
});
