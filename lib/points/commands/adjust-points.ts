import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit, auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { adjust } from "../domain/adjust";
import { type Locked, lockMembers } from "../lock-members";
import { postOrRefuse } from "../post-or-refuse";
import { adjustmentSchema } from "../schemas";

export interface AdjustmentResult {
  adjustment: {
    member: string;
    status: "done" | "waiting";
    request: string | null;
    points: number;
    reason: string;
  };
  points: { balance: number };
}

/** Adds or takes points by hand. Above the owner's limit it waits for a second person. */
export const adjustPoints = defineCommand({
  name: "points.adjust",
  permission: "points.adjust",
  input: adjustmentSchema,
  async run({ actor, input, now, tx }): Promise<AdjustmentResult> {
    const locked = await lockMembers({ tx, actor, now }, [{ path: "member", ref: input.member }]);
    const [member] = locked.members;
    const { points, reason } = input;
    const waits = Math.abs(points) > locked.program.adjustments.approvalAbove;
    const request = waits
      ? await requestApproval(tx, actor, now, { memberId: member.id, points, reason })
      : null;
    if (!waits) applyAdjustment(locked, { actor, now, points, reason });
    tx.last(locked.batch.statement(tx));
    return {
      adjustment: { member: member.id, status: waits ? "waiting" : "done", request, points, reason },
      points: { balance: member.balance },
    };
  },
});

/** Posts an adjustment on the first of the locked members. */
export function applyAdjustment(
  { batch, members, program, facts }: Locked,
  { actor, now, points, reason }: { actor: Actor; now: Date; points: number; reason: string },
): void {
  const [member] = members;
  const zone = facts.merchant.timezone;
  postOrRefuse(batch, member, (state) =>
    adjust(state, {
      points,
      at: now,
      zone,
      expiry: program.expiry,
      tier: facts.requests[0]?.tier,
      note: { reason },
    }),
  );
  batch.addAudit(
    auditRow(actor, now, {
      action: "points.adjust",
      subject: `member:${member.id}`,
      after: { points, reason },
    }),
  );
}

async function requestApproval(
  tx: Tx,
  actor: Actor,
  now: Date,
  { memberId, points, reason }: { memberId: string; points: number; reason: string },
): Promise<string> {
  const id = uuidv7();
  await tx.sql`
    insert into adjustment_request (merchant_id, id, member_id, points, reason, status, requested_by, requested_at)
    values (${actor.merchantId}, ${id}, ${memberId}, ${points}, ${reason}, 'waiting', ${actorName(actor)}, ${now.toISOString()})`;
  audit(tx, actor, now, {
    action: "points.request-adjustment",
    subject: `member:${memberId}`,
    after: { points, reason },
  });
  return id;
}
