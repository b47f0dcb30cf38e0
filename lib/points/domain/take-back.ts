import type { Program } from "@/lib/program/schemas";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { takeInOrder } from "./spend";
import type { EntryNote, Lot, PointsState, Posting } from "./types";

/** What earned the points: a purchase, or what is no purchase and known by its lots. */
type Origin = { purchaseId: string } | { lotNos: readonly number[] };

type TakeBack = Origin & {
  points: number;
  policy: Program["refunds"]["policy"];
  at: Date;
  note?: EntryNote;
  /** A refund, or the undoing of the purchase as if it had never been recorded. */
  kind?: "refund" | "undo";
};

export interface TakenBack extends Posting {
  /** Of the points taken back, what is now owed, and what the shop lost. */
  owed: number;
  writtenOff: number;
}

/**
 * Takes back what a purchase (or something else) had earned. First what of it is still pending, then what remains in its own lots. What of it
 * has expired is gone already and not taken a second time: that expiry is undone instead. What was spent or given away is
 * taken from the member's other points in spending order, and what those do not hold is owed, or written off.
 *
 * The state must hold the lots that it made, the empty ones too, with what of them has expired.
 */
export function takeBack(state: PointsState, request: TakeBack): TakenBack {
  const { points, policy, at, kind = "refund" } = request;
  const note = "purchaseId" in request ? { ...request.note, purchaseId: request.purchaseId } : request.note;
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  const own = draft.lots.filter((lot) => isOf(lot, request));
  const held = own.reduce((sum, lot) => sum + lot.remaining, 0);
  reviveExpired(draft, own, points - held, { at, note });

  if (points === 0) return { ...draft.finish(), owed: 0, writtenOff: 0 };
  const entry = draft.begin({ kind, at, note });
  let left = points;
  for (const lot of own.toSorted(pendingFirst)) {
    const taken = Math.min(lot.remaining, left);
    if (taken > 0) draft.move(entry, lot, -taken);
    left -= taken;
  }
  left = takeInOrder(draft, entry, left);
  if (left > 0) draft.owe(entry, left);
  const writtenOff = policy === "writeOff" ? left : 0;
  if (writtenOff > 0) draft.owe(draft.begin({ kind: "write-off", at, note }), -writtenOff);
  return { ...draft.finish(), owed: left - writtenOff, writtenOff };
}

/** Undoes as much of the expiry of these lots as is asked for: an entry of kind `expire` that gives points back. */
function reviveExpired(
  draft: PostingDraft,
  lots: readonly Lot[],
  points: number,
  { at, note }: { at: Date; note?: EntryNote },
): void {
  const expired = lots.filter((lot) => (lot.expired ?? 0) > 0);
  if (points <= 0 || expired.length === 0) return;
  const entry = draft.begin({ kind: "expire", at, note });
  let left = points;
  for (const lot of expired) {
    const revived = Math.min(lot.expired ?? 0, left);
    if (revived === 0) break;
    lot.expired = (lot.expired ?? 0) - revived;
    draft.move(entry, lot, revived);
    left -= revived;
  }
}

const isOf = (lot: Lot, origin: Origin): boolean =>
  "purchaseId" in origin ? lot.purchaseId === origin.purchaseId : origin.lotNos.includes(lot.no);

const pendingFirst = (a: Lot, b: Lot): number =>
  Number(b.state === "pending") - Number(a.state === "pending") || a.no - b.no;
