import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { lockTeam } from "../lock-team";
import { roleChangeSchema } from "../schemas";

/** Gives somebody of the team another role, from their next request on. */
export const changeRole = defineCommand({
  name: "team.change-role",
  permission: "team.manage",
  input: roleChangeSchema,
  async run({ actor, input, now, tx }) {
    const { accountId, role } = input;
    const before = await lockTeam(tx, actor.merchantId, accountId);
    if (before.lastOwner && role !== "owner") throw new Problem("last_owner");
    await tx.sql`update staff set role = ${role} where merchant_id = ${actor.merchantId} and account_id = ${accountId}`;
    audit(tx, actor, now, {
      action: "team.change-role",
      subject: `staff:${accountId}`,
      before: { role: before.role },
      after: { role },
    });
    return {};
  },
});
