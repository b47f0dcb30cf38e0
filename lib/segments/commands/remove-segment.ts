import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { segmentIdSchema } from "../schemas";

/** Forgets a named filter. Its members stay as they are. */
export const removeSegment = defineCommand({
  name: "segment.remove",
  permission: "segments.edit",
  input: segmentIdSchema,
  async run({ actor, input, now, tx }) {
    const [gone] = await tx.sql<{ name: string; filter: unknown }[]>`
      delete from segment where merchant_id = ${actor.merchantId} and id = ${input.id} returning name, filter`;
    if (!gone) throw new Problem("not_found");
    audit(tx, actor, now, { action: "segment.remove", subject: `segment:${input.id}`, before: gone });
    return gone;
  },
});
