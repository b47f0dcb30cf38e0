import { actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { lookAgain } from "@/lib/kernel/look-again";
import { Problem } from "@/lib/kernel/problems";
import { lockMembers } from "@/lib/points/lock-members";
import { programContent } from "@/lib/program/program-content";
import { activityRecord } from "../activity-record";
import { awardActivity } from "../award-activity";
import { awardOf } from "../record-activity";
import { activityDecisionSchema } from "../schemas";

/** Approves or refuses an activity that waits, once. It gives what it would have given on its day. */
export const decideActivity = defineCommand({
  name: "activity.decide",
  permission: "activities.approve",
  input: activityDecisionSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const seen = await activityRecord(tx, merchantId, { id: input.activity });
    if (!seen) throw new Problem("not_found");
    const { occurredAt } = seen;
    const locked = await lockMembers({ tx, actor, now }, [
      { path: "activity", ref: { id: seen.memberId }, at: occurredAt },
    ]);
    // Under the member's lock nobody else decides it.
    const record = await activityRecord(tx, merchantId, { id: input.activity });
    if (record?.status !== "waiting") throw new Problem("already_decided");
    const [member] = locked.members;
    // Merged or parted since it was looked up.
    if (record.memberId !== member.id) throw lookAgain(`activity ${record.id} is another member's by now`);
    const program = await programContent(tx, merchantId, record.programVersion);
    const type = program.activities.find((one) => one.key === record.type);
    if (!type) throw new Error(`activity ${record.id} is of no type that its program has`);
    const given = input.approve
      ? await awardActivity(
          { ...locked, program },
          { tx, actor, now, type, occurredAt, version: record.programVersion, counted: true },
        )
      : null;
    const kept = awardOf(given, member.balance);
    const capUse = given ? { ...record.capUse, ...given.decision.capUse } : {};
    if (!given)
      for (const [key, used] of Object.entries(record.capUse)) locked.batch.addCapUse(member.id, key, -used);
    const status = input.approve ? ("recorded" as const) : ("refused" as const);
    tx.last(tx.sql`
      update activity set status = ${status}, counted = ${input.approve}, cap_use = ${JSON.stringify(capUse)}::text::jsonb,
        budget_use = ${kept.budgetUse}, explanation = ${JSON.stringify(kept.items)}::text::jsonb, points = ${kept.points},
        pending = ${kept.pending}, balance = ${kept.balance}, entry_seq = ${kept.entrySeq}, decided_by = ${actorName(actor)},
        decided_at = ${now.toISOString()}, reason = ${input.reason ?? null}
      where merchant_id = ${merchantId} and id = ${record.id}`);
    locked.batch.addAudit(
      auditRow(actor, now, {
        action: `activity.${input.approve ? "approve" : "refuse"}`,
        subject: `activity:${record.id}`,
        after: { member: member.id, type: record.type, points: kept.points, reason: input.reason },
      }),
    );
    tx.last(locked.batch.statement(tx));
    return { status, points: { given: kept.points, balance: member.balance } };
  },
});
