import type { Tx } from "@/db/client";
import type { Program } from "@/lib/program/schemas";
import type { Lot, PointsState } from "./domain/types";
import { type UndonePurchase, undoPurchases } from "./domain/undo-purchases";
import type { MemberFacts } from "./facts";
import type { LedgerBatch } from "./posting";

/** A purchase that is taken back as if it had never been recorded, with what it counted for. */
export interface PurchaseToUndo extends Omit<UndonePurchase, "entrySeq"> {
  memberId: string;
  /** Null when it earned nothing. */
  entrySeq: number | null;
  /** Minor units. */
  amount: number;
  capUse: Record<string, number>;
  budgetUse: Record<string, number>;
}

interface UndoContext {
  tx: Tx;
  merchantId: number;
  now: Date;
  policy: Program["refunds"]["policy"];
}

/** Adds to the batch what takes back these purchases of locked members: points, caps, budgets, totals and counts. */
export async function planUndo(
  { tx, merchantId, now, policy }: UndoContext,
  batch: LedgerBatch,
  members: readonly MemberFacts[],
  purchases: readonly PurchaseToUndo[],
): Promise<void> {
  const lots = await lotsOf(tx, merchantId, purchases);
  for (const member of members) {
    const own = purchases.filter((purchase) => purchase.memberId === member.id);
    if (own.length === 0) continue;
    const state = withLots(member, lots.get(member.id) ?? []);
    const earned = own.flatMap((purchase) =>
      purchase.entrySeq === null ? [] : [{ ...purchase, entrySeq: purchase.entrySeq }],
    );
    const undone = undoPurchases(state, { purchases: earned, policy, now });
    batch.addPosting(member.id, undone);
    for (const purchase of own) addUndone(batch, undone.state, purchase);
  }
}

function addUndone(batch: LedgerBatch, state: PointsState, purchase: PurchaseToUndo): void {
  const { memberId, occurredAt, amount } = purchase;
  const counts = { at: occurredAt, purchases: -1, revenue: -amount, refunds: 0, refunded: 0 };
  batch.addPurchaseCount(memberId, state, counts);
  batch.addRow("undone", { id: purchase.purchaseId });
  for (const [key, used] of Object.entries(purchase.capUse)) batch.addCapUse(memberId, key, -used);
  for (const [rule, used] of Object.entries(purchase.budgetUse)) batch.addBudgetUse(rule, -used);
}

/** The member's lots, among them the purchases' own: those that were read with the lock are the newer ones. */
function withLots(member: MemberFacts, own: readonly Lot[]): PointsState {
  const byNo = new Map(own.map((lot) => [lot.no, lot]));
  for (const lot of member.lots ?? []) byNo.set(lot.no, { ...byNo.get(lot.no), ...lot });
  return { ...member, lots: [...byNo.values()] };
}

interface LotRow extends Omit<Lot, "earnedAt" | "availableAt" | "expiresAt"> {
  memberId: string;
  earnedAt: string;
  availableAt: string;
  expiresAt: string | null;
}

async function lotsOf(
  tx: Tx,
  merchantId: number,
  purchases: readonly PurchaseToUndo[],
): Promise<Map<string, Lot[]>> {
  const memberIds = [...new Set(purchases.map(({ memberId }) => memberId))];
  const rows = await tx.sql<LotRow[]>`
    select l.member_id as "memberId", l.no, l.state, l.points, l.remaining, l.earned_at as "earnedAt",
      l.available_at as "availableAt", l.expires_at as "expiresAt", l.entry_seq as "entrySeq", l.purchase_id as "purchaseId",
      l.validity_months as "validityMonths", l.idle_months as "idleMonths", coalesce(x.expired, 0)::bigint as expired
    from lot l left join (
      select v.member_id, v.lot_no, -sum(v.points) as expired from lot_movement v
      join ledger_entry e on e.merchant_id = ${merchantId} and e.member_id = v.member_id and e.seq = v.entry_seq and e.kind = 'expire'
      where v.merchant_id = ${merchantId} and v.member_id = any(${memberIds}) group by 1, 2
    ) x on x.member_id = l.member_id and x.lot_no = l.no
    where l.merchant_id = ${merchantId} and l.member_id = any(${memberIds})
      and l.purchase_id = any(${purchases.map(({ purchaseId }) => purchaseId)})`;
  const lots = new Map<string, Lot[]>();
  for (const { memberId, earnedAt, availableAt, expiresAt, ...lot } of rows) {
    const read: Lot = {
      ...lot,
      earnedAt: new Date(earnedAt),
      availableAt: new Date(availableAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    };
    lots.set(memberId, [...(lots.get(memberId) ?? []), read]);
  }
  return lots;
}
