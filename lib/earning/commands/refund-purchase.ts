import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { requestHash } from "@/lib/kernel/request-hash";
import { refuseLateUndo } from "@/lib/merchants/refuse-late-undo";
import { returnPoints } from "@/lib/points/domain/return-points";
import { takeBack } from "@/lib/points/domain/take-back";
import { type Locked, lockMembers } from "@/lib/points/lock-members";
import { withLots } from "@/lib/points/read-lots";
import { programContent } from "@/lib/program/program-content";
import { reopenVouchers } from "@/lib/rewards/purchase-vouchers";
import { takeEntryRewards } from "@/lib/rewards/tier-rewards";
import { takeOffTier, tierContext } from "@/lib/tiers/count-towards-tier";
import { decideRefund, type RefundDecision } from "../domain/refund";
import type { RefundRequest } from "../domain/refund-request";
import { type PurchaseRecord, purchaseRecord } from "../purchase-record";
import { type RefundInput, refundSchema } from "../schemas";

export interface RefundResult {
  refund: {
    id: string;
    externalId: string;
    purchase: string;
    amount: number;
    money: number;
    pointsReturned: number;
  };
  points: { taken: number; writtenOff: number; balance: number };
}

/** Refunds a purchase: whole, by line or by amount. What was recorded is reversed, not what today's rules say. */
export const refundPurchase = defineCommand({
  name: "purchase.refund",
  permission: "purchases.refund",
  input: refundSchema,
  async run({ actor, input, now, tx }): Promise<RefundResult> {
    const { merchantId } = actor;
    const occurredAt = input.occurredAt ?? now;
    if (occurredAt.getTime() > now.getTime() + clockSkewMs) {
      throw new Problem("in_future", { fields: [{ path: "occurredAt", code: "in_future" }] });
    }
    const [found] = await tx.sql<{ memberId: string; recordedAt: string }[]>`
      select member_id as "memberId", recorded_at as "recordedAt" from purchase
      where merchant_id = ${merchantId} and id = ${input.purchase} and status = 'recorded'`;
    if (!found) throw new Problem("not_found");
    const locked = await lockMembers({ tx, actor, now }, [{ path: "purchase", ref: { id: found.memberId } }]);
    const earlier = await recordedRefund(tx, merchantId, input);
    if (earlier) return earlier;
    await refuseLateUndo(tx, actor, { recordedAt: found.recordedAt, now });

    const [member] = locked.members;
    const record = await purchaseRecord(tx, merchantId, member.id, input.purchase);
    refuseEarly(input, record);
    const { programVersion, basis, channel, lines, alreadyRefunded, pointsTendered, credited } = record;
    const program = await programContent(tx, merchantId, programVersion);
    const facts = { ...basis, program, channel, occurredAt: record.occurredAt };
    const request = refundRequest(input);
    const decision = decideRefund({ facts, lines, alreadyRefunded, pointsTendered, credited, request });
    if (!decision.ok) throw new Problem(decision.code, { fields: decision.fields });

    const id = uuidv7();
    const moved = movePoints(locked, { id, input, now, decision, record });
    addRows(locked, { id, input, now, occurredAt, decision, moved, actor: actorName(actor) });
    await loseTier({ tx, actor, now }, locked, { input, decision, record });
    if (decision.complete) await reopenVouchers(locked, { tx, actor, now }, input.purchase);
    const result: RefundResult = {
      refund: {
        id,
        externalId: input.externalId,
        purchase: input.purchase,
        amount: decision.amount,
        money: decision.money,
        pointsReturned: decision.pointsReturned,
      },
      points: { taken: decision.taken, writtenOff: moved.writtenOff, balance: member.balance },
    };
    locked.batch.addAudit(
      auditRow(actor, now, {
        action: "purchase.refund",
        subject: `purchase:${input.purchase}`,
        after: result,
      }),
    );
    tx.last(locked.batch.statement(tx));
    return result;
  },
});

/** Who gives no instant means now, even of a purchase whose till runs ahead. */
function refuseEarly({ occurredAt }: RefundInput, record: PurchaseRecord): void {
  if (occurredAt && occurredAt.getTime() < record.occurredAt.getTime() - clockSkewMs)
    throw fieldProblem("occurredAt", "refund.before_purchase");
}

function refundRequest({ lines, amount }: RefundInput): RefundRequest {
  if (lines) return { kind: "lines", lines: lines.map(({ id, ...rest }) => ({ no: Number(id), ...rest })) };
  return amount === undefined ? { kind: "whole" } : { kind: "amount", amount };
}

interface Moving {
  id: string;
  input: RefundInput;
  now: Date;
  decision: RefundDecision;
  record: PurchaseRecord;
}

function movePoints(locked: Locked, { id, input, now, decision, record }: Moving): { writtenOff: number } {
  const { batch, program, facts } = locked;
  const [member] = locked.members;
  const { policy, graceDays } = program.refunds;
  const note = { refundId: id, purchaseId: input.purchase, reversesSeq: record.entrySeq ?? undefined };
  const taken = takeBack(withLots(member, record.lots), {
    points: decision.taken,
    purchaseId: input.purchase,
    policy,
    at: now,
    note,
  });
  batch.addPosting(member.id, taken);
  const returned = returnPoints(taken.state, {
    points: decision.pointsReturned,
    taken: record.taken,
    returnedBefore: record.returnedBefore,
    graceDays,
    zone: facts.merchant.timezone,
    at: now,
    note: { refundId: id, purchaseId: input.purchase },
  });
  batch.addPosting(member.id, returned);
  Object.assign(member, returned.state);
  return { writtenOff: taken.writtenOff };
}

/** What qualified a member for a tier and was given back does not any more. */
async function loseTier(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { members: [member], batch, facts }: Locked,
  { input, decision, record }: Pick<Moving, "input" | "decision" | "record">,
): Promise<void> {
  const context = await tierContext(tx, actor.merchantId, facts, record.programVersion);
  if (!context) return;
  const left = totalOf(record.lines) - totalOf(record.alreadyRefunded) - decision.amount;
  const event = {
    at: record.occurredAt,
    spend: -decision.amount,
    points: -decision.taken,
    visits: left === 0 && decision.amount > 0 ? -1 : 0,
    activities: 0,
  };
  const tiers = await takeOffTier(context, batch, member, { id: input.purchase, event, now });
  await takeEntryRewards(batch, { tx, actor, now }, { memberId: member.id, tiers });
}

const totalOf = (lines: readonly { amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

interface Rows {
  id: string;
  input: RefundInput;
  now: Date;
  occurredAt: Date;
  decision: RefundDecision;
  moved: { writtenOff: number };
  actor: string;
}

function addRows(locked: Locked, { id, input, now, occurredAt, decision, moved, actor }: Rows): void {
  const { batch } = locked;
  const [member] = locked.members;
  batch.addRow("refunds", {
    id,
    purchase_id: input.purchase,
    member_id: member.id,
    external_id: input.externalId,
    request_hash: requestHash(input),
    occurred_at: occurredAt,
    recorded_at: now,
    amount: decision.amount,
    money: decision.money,
    points_returned: decision.pointsReturned,
    points_taken: decision.taken,
    written_off: moved.writtenOff,
    balance: member.balance,
    lines: decision.lines,
    recorded_by: actor,
  });
  batch.addRow("purchase_changes", {
    id: input.purchase,
    refunded: decision.amount,
    points_taken: decision.taken,
  });
  for (const line of decision.lines) batch.addRow("line_changes", { purchase_id: input.purchase, ...line });
  for (const [key, used] of Object.entries(decision.capUse)) batch.addCapUse(member.id, key, used);
  for (const [rule, used] of Object.entries(decision.budgetUse)) batch.addBudgetUse(rule, used);
  batch.addPurchaseCount(member.id, member, {
    at: now,
    purchases: 0,
    revenue: 0,
    refunds: 1,
    refunded: decision.amount,
  });
}

async function recordedRefund(tx: Tx, merchantId: number, input: RefundInput): Promise<RefundResult | null> {
  const [row] = await tx.sql<(RefundResult["refund"] & RefundResult["points"] & { requestHash: string })[]>`
    select id, external_id as "externalId", purchase_id as purchase, amount, money, points_returned as "pointsReturned",
      points_taken as taken, written_off as "writtenOff", balance, request_hash as "requestHash"
    from refund where merchant_id = ${merchantId} and external_id = ${input.externalId}`;
  if (!row) return null;
  if (row.requestHash !== requestHash(input)) {
    throw new Problem("duplicate_external_id", { fields: [{ path: "externalId", code: "used" }] });
  }
  const { id, externalId, purchase, amount, money, pointsReturned, taken, writtenOff, balance } = row;
  return {
    refund: { id, externalId, purchase, amount, money, pointsReturned },
    points: { taken, writtenOff, balance },
  };
}
