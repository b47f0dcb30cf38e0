import type { Program } from "@/lib/program/schemas";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { takeInOrder } from "./spend";
import type { Lot, PointsState, Posting } from "./types";

export interface UndonePurchase {
  purchaseId: string;
  /** What it was awarded. */
  points: number;
  occurredAt: Date;
  /** The entry that credited it. */
  entrySeq: number;
}

interface UndoPurchases {
  purchases: readonly UndonePurchase[];
  policy: Program["refunds"]["policy"];
  now: Date;
}

/**
 * Takes purchases back as if they had never been recorded: an entry for each, on the day of the purchase, so that the
 * totals of that day are what they were. What has expired since is unexpired on the day it expired, then taken. What was
 * spent since is taken from the member's other points, last of all, and what those do not hold is owed or written off, as
 * after a refund.
 *
 * The state must hold the purchases' own lots, the empty ones too, with what of them has expired.
 */
export function undoPurchases(state: PointsState, { purchases, policy, now }: UndoPurchases): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, now);
  const own = new Map<string, Lot[]>();
  for (const lot of draft.lots) {
    if (lot.purchaseId !== null) own.set(lot.purchaseId, [...(own.get(lot.purchaseId) ?? []), lot]);
  }
  const short: UndonePurchase[] = [];
  for (const purchase of purchases) {
    const lots = own.get(purchase.purchaseId) ?? [];
    unexpire(draft, purchase, lots);
    if (held(lots) < purchase.points) short.push(purchase);
    else takeOwn(draft, purchase, lots);
  }
  let left = 0;
  for (const purchase of short) {
    const entry = takeOwn(draft, purchase, own.get(purchase.purchaseId) ?? []);
    const owed = takeInOrder(draft, entry, purchase.points + entry.points + entry.pending);
    if (owed > 0) draft.owe(entry, owed);
    left += owed;
  }
  if (left > 0 && policy === "writeOff") draft.owe(draft.begin({ kind: "write-off", at: now }), -left);
  return draft.finish();
}

const held = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + lot.remaining, 0);

function takeOwn(
  draft: PostingDraft,
  { purchaseId, occurredAt, entrySeq }: UndonePurchase,
  lots: readonly Lot[],
) {
  const entry = draft.begin({ kind: "undo", at: occurredAt, note: { purchaseId, reversesSeq: entrySeq } });
  for (const lot of lots) if (lot.remaining > 0) draft.move(entry, lot, -lot.remaining);
  return entry;
}

function unexpire(draft: PostingDraft, { purchaseId, points }: UndonePurchase, lots: readonly Lot[]): void {
  let missing = points - held(lots);
  for (const lot of lots) {
    const revived = Math.min(lot.expired ?? 0, missing);
    if (revived <= 0 || !lot.expiresAt) continue;
    const entry = draft.begin({ kind: "expire", at: lot.expiresAt, note: { purchaseId } });
    draft.move(entry, lot, revived);
    lot.expired = (lot.expired ?? 0) - revived;
    missing -= revived;
  }
}
