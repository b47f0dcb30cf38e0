import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { lookAgain } from "@/lib/kernel/look-again";
import { Problem } from "@/lib/kernel/problems";
import { returnPoints } from "@/lib/points/domain/return-points";
import { type Locked, lockMembers } from "@/lib/points/lock-members";
import { withLots } from "@/lib/points/read-lots";
import { spentLots } from "@/lib/points/spent-lots";
import type { VoucherStatus } from "./domain/voucher";
import { eveningOf } from "./evening-of";
import { type RedemptionRow, type RedemptionView, redemptionColumns, redemptionView } from "./redemption-row";

interface CancelContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

export interface CancellationResult {
  redemption: RedemptionView;
  /** `expired`: what of the points came back too late to be used. */
  points: { returned: number; expired: number; balance: number };
}

type Stored = RedemptionRow & { entrySeq: number | null; stocked: boolean; donated: number };

/**
 * Takes a redemption back while its voucher was not used: the points return to the lots that they came from, and what was
 * taken from stock is there again. `owner`: whose it has to be.
 */
export async function cancel(
  { tx, actor, now }: CancelContext,
  { redemption: id, reason }: { redemption: string; reason?: string },
  owner?: string,
): Promise<CancellationResult> {
  const { merchantId } = actor;
  const [found] = await tx.sql<{ member: string }[]>`
    select member_id as member from redemption where merchant_id = ${merchantId} and id = ${id}`;
  if (!found || (owner !== undefined && found.member !== owner)) throw new Problem("not_found");
  const locked = await lockMembers({ tx, actor, now }, [{ path: "redemption", ref: { id: found.member } }]);
  const row = await lockRedemption(tx, merchantId, id);
  // Merged or parted since it was looked up.
  if (row.member !== locked.members[0].id) throw lookAgain(`redemption ${id} is another member's by now`);
  // Whoever did not come has no points back by the wallet either; staff can still be lenient.
  const evening = owner === undefined ? null : await eveningOf(tx, merchantId, row);
  if (evening && evening.startsAt <= now) throw new Problem("event_begun");
  refuseEnded(redemptionView(row, now).status);
  const { batch } = locked;
  const returned = await giveBack(tx, merchantId, locked, row, now);
  batch.addRow("redemption_changes", {
    id,
    expected: "open",
    status: "cancelled",
    fulfilment: "cancelled",
    ended_at: now,
    ended_by: actorName(actor),
    ended_reference: reason,
  });
  if (row.stocked || row.donated > 0) {
    batch.addRewardGiven(row.reward, {
      given: row.stocked ? -row.quantity : 0,
      donated: -row.donated,
      most: null,
    });
  }
  const points = { ...returned, balance: locked.members[0].balance };
  batch.addAudit(
    auditRow(actor, now, {
      action: "reward.cancel",
      subject: `redemption:${id}`,
      after: { member: row.member, reward: row.reward, reason, ...points },
    }),
  );
  tx.last(batch.statement(tx));
  const cancelled: RedemptionRow = {
    ...row,
    status: "cancelled",
    fulfilment: row.fulfilment && "cancelled",
  };
  return { redemption: redemptionView(cancelled, now), points };
}

async function lockRedemption(tx: Tx, merchantId: number, id: string): Promise<Stored> {
  const [row] = await tx.sql<Stored[]>`
    select ${redemptionColumns(tx.sql)}, r.entry_seq as "entrySeq", r.stocked, r.donated from redemption r
    where r.merchant_id = ${merchantId} and r.id = ${id} for update`;
  if (!row) throw new Error(`redemption ${id} is gone`);
  return row;
}

/** What is no longer open can be neither used nor taken back. */
export function refuseEnded(status: VoucherStatus): void {
  if (status === "used") throw new Problem("voucher_used");
  if (status === "expired") throw new Problem("voucher_expired");
  if (status === "cancelled") throw new Problem("voucher_cancelled");
}

async function giveBack(
  tx: Tx,
  merchantId: number,
  { batch, members: [member], program, facts }: Locked,
  { id, name, points, entrySeq }: Stored,
  now: Date,
): Promise<{ returned: number; expired: number }> {
  if (entrySeq === null) return { returned: 0, expired: 0 };
  const spent = await spentLots(tx, { merchantId, memberId: member.id }, { redemption: id });
  const returned = returnPoints(withLots(member, spent.lots), {
    points,
    taken: spent.taken,
    returnedBefore: 0,
    graceDays: program.refunds.graceDays,
    zone: facts.merchant.timezone,
    at: now,
    note: { redemptionId: id, reference: name, reversesSeq: entrySeq },
  });
  batch.addPosting(member.id, returned);
  Object.assign(member, returned.state);
  return { returned: points, expired: returned.expired };
}
