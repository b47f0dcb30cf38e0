import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { lookAgain } from "@/lib/kernel/look-again";
import { Problem } from "@/lib/kernel/problems";
import { refuseLateUndo } from "@/lib/merchants/refuse-late-undo";
import { takeBack } from "@/lib/points/domain/take-back";
import type { PointsState } from "@/lib/points/domain/types";
import { type Locked, lockMembers } from "@/lib/points/lock-members";
import { readLots, withLots } from "@/lib/points/read-lots";
import { takeEntryRewards } from "@/lib/rewards/tier-rewards";
import { takeOffTier, tierContext } from "@/lib/tiers/count-towards-tier";
import { activityLots } from "../activity-lots";
import { type ActivityRecord, activityRecord } from "../activity-record";
import { budgetKey } from "../domain/decide-activity";
import { activityUndoSchema } from "../schemas";

/** Takes an activity back with what it gave, and gives its place within limits, caps and budget back. */
export const undoActivity = defineCommand({
  name: "activity.undo",
  permission: "activities.undo",
  input: activityUndoSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const seen = await activityRecord(tx, merchantId, { id: input.activity });
    if (!seen) throw new Problem("not_found");
    const locked = await lockMembers({ tx, actor, now }, [{ path: "activity", ref: { id: seen.memberId } }]);
    const record = await activityRecord(tx, merchantId, { id: input.activity });
    if (record?.status !== "recorded") throw new Problem("already_decided");
    await refuseLateUndo(tx, actor, { recordedAt: record.recordedAt, now });
    const { batch } = locked;
    const [member] = locked.members;
    // Merged or parted since it was looked up.
    if (record.memberId !== member.id) throw lookAgain(`activity ${record.id} is another member's by now`);
    const lotNos = await activityLots(tx, { merchantId, memberId: member.id }, record);
    const own = await readLots(tx, merchantId, { memberIds: [member.id], nos: lotNos });
    const state = withLots(member, own.get(member.id) ?? []);
    const writtenOff = takePoints(locked, { record, state, lotNos, reason: input.reason, now });
    if (record.counted) await loseTier({ tx, actor, now }, locked, record);
    for (const [key, used] of Object.entries(record.capUse)) batch.addCapUse(member.id, key, -used);
    if (record.budgetUse > 0) batch.addBudgetUse(budgetKey({ key: record.type }), -record.budgetUse);
    tx.last(tx.sql`
      update activity set status = 'undone', counted = false, decided_by = ${actorName(actor)},
        decided_at = ${now.toISOString()}, reason = ${input.reason}
      where merchant_id = ${merchantId} and id = ${record.id}`);
    batch.addAudit(
      auditRow(actor, now, {
        action: "activity.undo",
        subject: `activity:${record.id}`,
        after: { member: member.id, type: record.type, points: record.points, reason: input.reason },
      }),
    );
    tx.last(batch.statement(tx));
    return {
      activity: { id: record.id, status: "undone" as const },
      points: { taken: record.points, writtenOff, balance: member.balance },
    };
  },
});

/** What it counted towards a tier it counts no more. */
async function loseTier(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { members: [member], batch, facts }: Locked,
  { id, occurredAt, points, programVersion }: ActivityRecord,
): Promise<void> {
  const context = await tierContext(tx, actor.merchantId, facts, programVersion);
  if (!context) return;
  const event = { at: occurredAt, spend: 0, points: -points, visits: 0, activities: -1 };
  const tiers = await takeOffTier(context, batch, member, { id, event, now });
  await takeEntryRewards(batch, { tx, actor, now }, { memberId: member.id, tiers });
}

interface Taking {
  record: ActivityRecord;
  /** With the lots that it gave, and their numbers. */
  state: PointsState;
  lotNos: readonly number[];
  reason: string;
  now: Date;
}

function takePoints(
  { batch, members, program }: Locked,
  { record, state, lotNos, reason, now }: Taking,
): number {
  const { entrySeq, points } = record;
  if (entrySeq === null || points === 0) return 0;
  const [member] = members;
  const taken = takeBack(state, {
    points,
    lotNos,
    policy: program.refunds.policy,
    at: now,
    note: { reason, reversesSeq: entrySeq },
  });
  batch.addPosting(member.id, taken);
  Object.assign(member, taken.state);
  return taken.writtenOff;
}
