import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { memberIdSchema } from "../schemas";

/** Notes who takes a member's data out of the shop as a file, before any of it is sent. */
export const beginDataExport = defineCommand({
  name: "member.export",
  permission: "members.export",
  input: memberIdSchema,
  async run({ actor, input, now, tx }) {
    const [known] = await tx.sql`
      select id from member where merchant_id = ${actor.merchantId} and id = ${input.id} and status = 'active'`;
    if (!known) throw new Problem("not_found");
    audit(tx, actor, now, { action: "member.export", subject: `member:${input.id}` });
    return {};
  },
});
