import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";

/**
 * Signs somebody of the staff out of this shop, on one device or on all where they are, from the next request on. Their
 * other shops and their own card are none of its business.
 */
export const endSession = defineCommand({
  name: "team.end-session",
  permission: "team.manage",
  input: z.strictObject({
    accountId: id(),
    /** Absent: on all devices. */
    sessionId: id().optional(),
  }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const { accountId, sessionId = null } = input;
    const ended = await tx.sql`
      update staff_session set ended_at = ${now.toISOString()}
      where merchant_id = ${merchantId} and account_id = ${accountId} and ended_at is null
        and (${sessionId}::uuid is null or session_id = ${sessionId})
      returning session_id`;
    if (ended.length === 0) throw new Problem("not_found");
    audit(tx, actor, now, {
      action: "team.end-session",
      subject: `staff:${accountId}`,
      after: { devices: ended.length },
    });
    return { ended: ended.length };
  },
});
