import type { Tx } from "@/db/client";
import { actorName } from "@/lib/access/actor";
import { withRetries } from "@/lib/access/define-command";
import { limitsUsed } from "@/lib/earning/limits-used";
import type { RecordedBasis } from "@/lib/earning/plan-purchase";
import { undoEnrolments } from "@/lib/members/undo-enrolments";
import { loadFacts, type MemberFacts } from "@/lib/points/facts";
import { LedgerBatch } from "@/lib/points/posting";
import { type PurchaseToUndo, planUndo } from "@/lib/points/undo-purchases";
import type { Program } from "@/lib/program/schemas";
import { relive } from "@/lib/tiers/relive";
import type { ImportContext } from "./import-run";

export interface Undone {
  purchases: number;
  members: number;
  points: number;
}

interface UndoRequest {
  importId: string;
  policy: Program["refunds"]["policy"];
}

/** Takes back what an import did to some members, in one transaction. */
export function undoChunk(
  context: ImportContext,
  memberIds: readonly string[],
  request: UndoRequest,
): Promise<Undone> {
  return withRetries(() => context.database.transaction((tx) => undoIn(tx, context, memberIds, request)));
}

async function undoIn(
  tx: Tx,
  { actor, now }: ImportContext,
  memberIds: readonly string[],
  { importId, policy }: UndoRequest,
): Promise<Undone> {
  const { merchantId } = actor;
  const requests = memberIds.map((value) => ({ by: "id" as const, value, at: now, lots: true }));
  const facts = await loadFacts(tx, { merchantId, now, lock: true, requests });
  const members = facts.requests.flatMap(({ member }) => member ?? []);
  const ids = members.map(({ id }) => id);
  const purchases = await purchasesOf(tx, merchantId, importId, members);
  const open = () =>
    new LedgerBatch({ merchantId, zone: facts.merchant.timezone, now, actor: actorName(actor) });
  const batch = open();
  await planUndo({ tx, merchantId, now, policy }, batch, members, purchases);
  if (!batch.isEmpty) {
    await batch.statement(tx);
    await resetPurchaseTimes(tx, merchantId, ids);
    await relive(tx, merchantId, { memberIds: ids, now, actor: actorName(actor) });
  }
  const left = await undoEnrolments(tx, merchantId, importId, ids);
  if (left.length > 0) {
    const enrolments = open();
    for (const { enrolledAt } of left) enrolments.addEnrolment(enrolledAt, -1);
    tx.last(enrolments.statement(tx));
  }
  const points = purchases.reduce((sum, purchase) => sum + purchase.points, 0);
  return { purchases: purchases.length, members: left.length, points };
}

interface Row extends Omit<PurchaseToUndo, "occurredAt" | "capUse" | "budgetUse"> {
  occurredAt: string;
  version: number;
  channel: string;
  basis: RecordedBasis;
}

/** What was refunded since is left alone: undoing it would forget the refund, and importing it again give its points twice. */
async function purchasesOf(
  tx: Tx,
  merchantId: number,
  importId: string,
  members: readonly MemberFacts[],
): Promise<PurchaseToUndo[]> {
  const rows = await tx.sql<Row[]>`
    select id as "purchaseId", member_id as "memberId", points, occurred_at as "occurredAt", entry_seq as "entrySeq", amount,
      program_version as version, channel, basis
    from purchase where merchant_id = ${merchantId} and import_id = ${importId} and status = 'recorded' and refunded = 0
      and member_id = any(${members.map(({ id }) => id)}) order by member_id, occurred_at, id`;
  const decided = rows.map((row) => ({ ...row, id: row.purchaseId, occurredAt: new Date(row.occurredAt) }));
  const used = await limitsUsed(tx, merchantId, decided);
  const nothing = { capUse: {}, budgetUse: {} };
  return decided.map((row) => ({ ...row, ...(used.get(row.purchaseId) ?? nothing) }));
}

async function resetPurchaseTimes(tx: Tx, merchantId: number, memberIds: readonly string[]): Promise<void> {
  await tx.sql`
    update member m set first_purchase_at = p.first_at, last_purchase_at = p.last_at
    from (select ids.id, min(p.occurred_at) as first_at, max(p.occurred_at) as last_at
      from unnest(${[...memberIds]}::uuid[]) as ids (id)
      left join purchase p on p.merchant_id = ${merchantId} and p.member_id = ids.id and p.status = 'recorded'
      group by ids.id) p
    where m.merchant_id = ${merchantId} and m.id = p.id`;
}
