import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { Entry, EntryNote, Lot, PointsState, Posting } from "./types";

/** What came together, as needed to part it again. */
export interface MergedPoints {
  /** The entries of both; null when there was nothing to move, not even a lot that is empty. */
  outSeq: number | null;
  inSeq: number | null;
  /** Each lot of the merged member, the survivor's lot that carries it on, and what it held. */
  lots: { from: number; to: number; points: number }[];
  /** Lots of the survivor (their own, or just carried over) that paid what one of the two owed. */
  paid: { lotNo: number; points: number }[];
  /** What the merged member owed. */
  debt: number;
}

export interface Merged {
  survivor: Posting;
  other: Posting;
  moved: MergedPoints;
}

/**
 * Carries all lots of one member on to another, the empty ones too: expiry, purchase and what may still come back into them
 * stay as they are. A debt comes along and is paid at once from what is there.
 *
 * The other's state must hold every lot that there ever was.
 */
export function merge(
  survivor: PointsState,
  other: PointsState,
  { otherId, at, note }: { otherId: string; at: Date; note: EntryNote },
): Merged {
  const giver = new PostingDraft(other);
  const receiver = new PostingDraft(survivor);
  settleDraft(giver, at);
  settleDraft(receiver, at);
  const lots = giver.lots.toSorted((a, b) => a.no - b.no);
  const { debt } = giver;
  const moved: MergedPoints = { outSeq: null, inSeq: null, lots: [], paid: [], debt };
  if (lots.length > 0 || debt > 0) {
    const out = giver.begin({ kind: "merge", at, note });
    const into = receiver.begin({ kind: "merge", at, note });
    moved.outSeq = out.seq;
    moved.inSeq = into.seq;
    moved.lots = lots.map((lot) => {
      const points = lot.remaining;
      if (points > 0) giver.move(out, lot, -points);
      return { from: lot.no, to: carryOn(receiver, into, { ...lot, remaining: points }, otherId), points };
    });
    if (debt > 0) {
      giver.owe(out, -debt);
      receiver.owe(into, debt);
    }
    moved.paid = payDebt(receiver, into, at);
  }
  return { survivor: receiver.finish(), other: giver.finish(), moved };
}

function carryOn(receiver: PostingDraft, into: Entry, lot: Lot, otherId: string): number {
  const { state, points, earnedAt, availableAt, expiresAt, purchaseId, validityMonths, idleMonths } = lot;
  const carried = receiver.issue(into, {
    state,
    points,
    earnedAt,
    availableAt,
    expiresAt,
    purchaseId,
    validityMonths,
    idleMonths,
    origin: lot.origin ?? { memberId: otherId, no: lot.no },
    expiredBefore: lot.expired ?? 0,
  });
  if (lot.remaining < points) receiver.move(into, carried, lot.remaining - points);
  return carried.no;
}

/** Pays what is owed and tells from which lots. */
function payDebt(draft: PostingDraft, entry: Entry, at: Date): MergedPoints["paid"] {
  const before = new Map(draft.lots.map((lot) => [lot.no, lot.remaining]));
  draft.payDebt(entry, at);
  return draft.lots.flatMap((lot) => {
    const points = (before.get(lot.no) ?? 0) - lot.remaining;
    return points > 0 ? [{ lotNo: lot.no, points }] : [];
  });
}

export interface Unmerged {
  survivor: Posting;
  other: Posting;
  /** Points, held ones too, that the other has again. */
  back: number;
  /** Of those that had come along, what was spent, has expired or was taken back since. */
  gone: number;
  /** Of the other's debt, what the survivor has paid since. */
  paid: number;
}

/**
 * Parts what a merge brought together: what is left in the lots that came along goes back into the lots that they came from,
 * and what the two paid for each other is owed again by whoever owed it. What was spent, has expired or was taken back since
 * stays so: nobody owes it, and nobody gets it twice.
 *
 * The states must hold every lot that is named.
 */
export function unmerge(
  survivor: PointsState,
  other: PointsState,
  { moved, at, note }: { moved: MergedPoints; at: Date; note: EntryNote },
): Unmerged {
  const giver = new PostingDraft(survivor);
  const receiver = new PostingDraft(other);
  settleDraft(giver, at);
  settleDraft(receiver, at);
  if (moved.inSeq === null || moved.outSeq === null)
    return { survivor: giver.finish(), other: receiver.finish(), back: 0, gone: 0, paid: 0 };
  const out = giver.begin({ kind: "unmerge", at, note: { ...note, reversesSeq: moved.inSeq } });
  const into = receiver.begin({ kind: "unmerge", at, note: { ...note, reversesSeq: moved.outSeq } });
  const paid = unpay(giver, receiver, { out, into, moved });
  let back = 0;
  for (const { from, to } of moved.lots) {
    const carried = lotOf(giver, to);
    const lot = lotOf(receiver, from);
    const points = carried.remaining;
    if (carried.state === "open" && lot.state === "pending") receiver.release(into, lot);
    lot.expiredBefore = (lot.expiredBefore ?? 0) + (carried.expired ?? 0) - (carried.expiredBefore ?? 0);
    receiver.touch(lot);
    if (points === 0) continue;
    giver.move(out, carried, -points);
    receiver.move(into, lot, points);
    back += points;
  }
  giver.payDebt(out, at);
  receiver.payDebt(into, at);
  const came = moved.lots.reduce((sum, lot) => sum + lot.points, 0);
  return { survivor: giver.finish(), other: receiver.finish(), back, gone: came - back, paid };
}

/** Takes back what was paid between the two; what of the other's debt cannot be handed back is told. */
function unpay(
  giver: PostingDraft,
  receiver: PostingDraft,
  { out, into, moved }: { out: Entry; into: Entry; moved: MergedPoints },
): number {
  const paid = moved.paid.reduce((sum, { points }) => sum + points, 0);
  for (const { lotNo, points } of moved.paid) giver.move(out, lotOf(giver, lotNo), points);
  if (moved.debt === 0) {
    if (paid > 0) giver.owe(out, paid);
    return 0;
  }
  const owing = Math.min(moved.debt - paid, giver.debt);
  if (owing > 0) giver.owe(out, -owing);
  receiver.owe(into, paid + owing);
  return moved.debt - paid - owing;
}

function lotOf(draft: PostingDraft, no: number): Lot {
  const lot = draft.lots.find((one) => one.no === no);
  if (!lot) throw new Error(`lot ${no} was not read`);
  return lot;
}
