import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { lockTeam } from "../lock-team";
import { staffRefSchema } from "../schemas";

/** Ends somebody's work here, from their next request on. The row stays: what they did keeps their name. */
export const removeStaff = defineCommand({
  name: "team.remove",
  permission: "team.manage",
  input: staffRefSchema,
  async run({ actor, input, now, tx }) {
    const { accountId } = input;
    const before = await lockTeam(tx, actor.merchantId, accountId);
    if (before.lastOwner) throw new Problem("last_owner");
    await tx.sql`update staff set active = false where merchant_id = ${actor.merchantId} and account_id = ${accountId}`;
    audit(tx, actor, now, {
      action: "team.remove",
      subject: `staff:${accountId}`,
      before: { role: before.role },
    });
    return {};
  },
});
