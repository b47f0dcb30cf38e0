import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { shopById } from "@/lib/access/shop";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { earliestEnd } from "../expiry-floor";
import { expiryChangeSchema } from "../schemas";

/**
 * Gives the points that members hold the end that the published policy would have given them. A new policy alone never does:
 * somebody says so, having seen what it would do. The worker does it, member by member.
 */
export const applyExpiry = defineCommand({
  name: "points.apply-expiry",
  permission: "points.change-expiry",
  input: expiryChangeSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [latest] = await tx.sql<{ version: number }[]>`
      select version from program_version where merchant_id = ${merchantId} order by version desc limit 1`;
    if (!latest) throw new Problem("program_not_published");
    if (latest.version !== input.version) throw new Problem("conflict");
    const [{ timezone }, program] = await Promise.all([
      shopById(tx, merchantId),
      programContent(tx, merchantId, input.version),
    ]);
    const id = uuidv7();
    const begun = await tx.sql`
      insert into expiry_change (merchant_id, id, status, policy, version, not_before, reason, requested_by, requested_at)
      values (${merchantId}, ${id}, 'running', ${JSON.stringify(program.expiry)}::text::jsonb, ${input.version},
        ${earliestEnd(program, now, timezone).toISOString()}, ${input.reason}, ${actorName(actor)}, ${now.toISOString()})
      on conflict (merchant_id) where status = 'running' do nothing returning id`;
    if (begun.length === 0) throw new Problem("expiry_change_running");
    // The worker need not wait for the full hour.
    await tx.sql`select graphile_worker.add_job('run-due-all', job_key => 'run-due-all')`;
    audit(tx, actor, now, {
      action: "points.apply-expiry",
      subject: `program:${input.version}`,
      after: { expiry: program.expiry, reason: input.reason },
    });
    return { id };
  },
});
