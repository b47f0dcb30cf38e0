import type { Tx } from "@/db/client";
import type { Program } from "@/lib/program/schemas";
import type { PointsState } from "./domain/types";
import { type UndonePurchase, undoPurchases } from "./domain/undo-purchases";
import type { MemberFacts } from "./facts";
import type { LedgerBatch } from "./posting";
import { readLots, withLots } from "./read-lots";

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
  const lots = await readLots(tx, merchantId, {
    memberIds: [...new Set(purchases.map(({ memberId }) => memberId))],
    purchaseIds: purchases.map(({ purchaseId }) => purchaseId),
  });
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
