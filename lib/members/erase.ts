import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { giveUpPlaces, lockOwnEvents } from "@/lib/events/give-up-places";
import { lookAgain } from "@/lib/kernel/look-again";
import { Problem } from "@/lib/kernel/problems";
import { forfeit } from "@/lib/points/domain/forfeit";
import { endOpenGifts, openGifts } from "@/lib/points/end-open-gifts";
import { loadFacts } from "@/lib/points/facts";
import { settleInto } from "@/lib/points/lock-members";
import { LedgerBatch } from "@/lib/points/posting";
import { giveUpVouchers } from "@/lib/rewards/give-up-vouchers";
import { forgetMember } from "./forget-member";

export interface Erasure {
  member: { id: string };
  /** What was left, held points too, and what was owed. */
  points: { forfeited: number; writtenOff: number };
}

/**
 * Removes what identifies a member, for good. Purchases, entries and every day's totals stay, under an id that leads to
 * nobody; the points that were left are forfeited by an entry of their own, and what they had not fetched or come to is
 * free for others.
 */
export async function erase(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  id: string,
): Promise<Erasure> {
  const { merchantId } = actor;
  const memberId = await carriedOnBy(tx, merchantId, id);
  await lockOwnEvents(tx, { merchantId, memberId });
  await endOpenGifts({ tx, actor, now }, memberId);
  await giveUpVouchers({ tx, actor, now }, memberId);
  const requests = [{ by: "id" as const, value: memberId, at: now, lots: true }];
  const facts = await loadFacts(tx, { merchantId, now, lock: true, requests });
  const member = facts.requests[0]?.member;
  if (!member) throw new Problem("not_found");
  if (member.id !== memberId || (await carriedOnBy(tx, merchantId, id)) !== memberId)
    throw lookAgain("the member was merged or parted meanwhile");
  // Offered after their gifts were ended and before they were locked.
  const late = await openGifts(tx, merchantId, memberId);
  if (late.length > 0) throw lookAgain("a gift is on its way");
  const batch = new LedgerBatch({
    merchantId,
    zone: facts.merchant.timezone,
    now,
    actor: actorName(actor),
  });
  settleInto(batch, member, now);
  const points = { forfeited: member.balance + member.debt + member.pending, writtenOff: member.debt };
  const posting = forfeit(member, { at: now, note: { reason: "erased" } });
  if (posting.entries.length > 0) batch.addPosting(member.id, posting);
  await refuseWaiting(tx, actor, now, member.id);
  await giveUpPlaces(tx, { merchantId, memberId: member.id, now });
  batch.addAudit(
    auditRow(actor, now, { action: "member.erase", subject: `member:${member.id}`, after: points }),
  );
  // Posted before the member is gone: nothing is posted to an erased one.
  tx.last(batch.statement(tx));
  await tx.flush();
  await forgetMember(tx, merchantId, member.id);
  return { member: { id: member.id }, points };
}

/** Whose a member is now: another's, once merged. */
async function carriedOnBy({ sql }: Tx, merchantId: number, id: string): Promise<string> {
  const [member] = await sql<{ id: string }[]>`
    select coalesce(merged_into, id) as id from member where merchant_id = ${merchantId} and id = ${id} and status <> 'erased'`;
  if (!member) throw new Problem("not_found");
  return member.id;
}

/** What waits for approval has nobody to go to any more, and what came with an activity may say who they were. */
async function refuseWaiting(tx: Tx, actor: Actor, now: Date, memberId: string): Promise<void> {
  await tx.sql`
    update adjustment_request set status = 'refused', decided_by = ${actorName(actor)}, decided_at = ${now.toISOString()}
    where merchant_id = ${actor.merchantId} and member_id = ${memberId} and status = 'waiting'`;
  await tx.sql`
    update activity set data = '{}', status = case status when 'waiting' then 'refused' else status end
    where merchant_id = ${actor.merchantId} and member_id = ${memberId}`;
}
