import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { lockMembers } from "../lock-members";
import { adjustmentDecisionSchema } from "../schemas";
import { applyAdjustment } from "./adjust-points";

/** The second pair of eyes: approves or refuses what somebody else asked for, once. */
export const decideAdjustment = defineCommand({
  name: "points.decide-adjustment",
  permission: "points.approve",
  input: adjustmentDecisionSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [request] = await tx.sql<
      { memberId: string; points: number; reason: string; status: string; requestedBy: string }[]
    >`select member_id as "memberId", points, reason, status, requested_by as "requestedBy" from adjustment_request
      where merchant_id = ${merchantId} and id = ${input.request} for update`;
    if (!request) throw new Problem("not_found");
    if (request.status !== "waiting") throw new Problem("already_decided");
    if (request.requestedBy === actorName(actor)) throw new Problem("needs_second_person");
    const status = input.approve ? "approved" : "refused";
    await tx.sql`
      update adjustment_request set status = ${status}, decided_by = ${actorName(actor)}, decided_at = ${now.toISOString()}
      where merchant_id = ${merchantId} and id = ${input.request}`;
    if (input.approve) {
      const locked = await lockMembers({ tx, actor, now }, [
        { path: "request", ref: { id: request.memberId } },
      ]);
      applyAdjustment(locked, { actor, now, points: request.points, reason: request.reason });
      tx.last(locked.batch.statement(tx));
    }
    audit(tx, actor, now, {
      action: `points.adjustment-${status}`,
      subject: `member:${request.memberId}`,
      after: request,
    });
    return { status };
  },
});
