import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { spendingOrder } from "./lots";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { EntryNote, Lot, PointsState, Posting } from "./types";

interface Return {
  points: number;
  /** What the spending took from each lot, as positive figures. */
  taken: readonly { lotNo: number; points: number }[];
  /** What earlier returns of the same spending gave back. */
  returnedBefore: number;
  graceDays: number;
  zone: string;
  at: Date;
  note?: EntryNote;
}

export interface Returned extends Posting {
  /** Of the points returned, what came too late to be used. */
  expired: number;
}

/**
 * Gives back points that were spent, into the lots that they came from: last taken, first returned, so that what stays
 * spent is what the smaller purchase would have spent. A lot that has expired since takes its points back too, and they
 * expire at once; inside the program's grace they come back as a new lot, usable until the grace ends.
 *
 * The state must hold the lots named in `taken`, the empty ones too.
 */
export function returnPoints(state: PointsState, request: Return): Returned {
  const { at, graceDays, zone, note, points } = request;
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  if (points === 0) return { ...draft.finish(), expired: 0 };
  const entry = draft.begin({ kind: "return", at, note });
  const late: { lot: Lot; points: number }[] = [];
  for (const { lot, points } of sharesOf(draft.lots, request)) {
    const graceEnd = lot.expiresAt && startOfDay(addDays(localDate(lot.expiresAt, zone), graceDays), zone);
    const hasExpired = lot.expiresAt !== null && lot.expiresAt <= at;
    if (hasExpired && graceEnd && at < graceEnd) {
      const { earnedAt, purchaseId, validityMonths } = lot;
      draft.issue(entry, {
        points,
        state: "open",
        earnedAt,
        availableAt: at,
        expiresAt: graceEnd,
        purchaseId,
        validityMonths,
      });
      continue;
    }
    draft.move(entry, lot, points);
    if (hasExpired) late.push({ lot, points });
  }
  draft.payDebt(entry, at);
  const expired = late.reduce((sum, share) => sum + share.points, 0);
  if (expired > 0) {
    const expiry = draft.begin({ kind: "expire", at, note });
    for (const { lot, points } of late) {
      lot.expired = (lot.expired ?? 0) + points;
      draft.move(expiry, lot, -points);
    }
  }
  return { ...draft.finish(), expired };
}

/** How much goes back to which lot: spending order backwards, after what was returned before. */
function sharesOf(
  lots: readonly Lot[],
  { taken, returnedBefore, points }: Return,
): { lot: Lot; points: number }[] {
  const byNo = new Map(taken.map((one) => [one.lotNo, one.points]));
  const order = lots.filter((lot) => byNo.has(lot.no)).sort((a, b) => spendingOrder(b, a));
  let skip = returnedBefore;
  let left = points;
  const shares: { lot: Lot; points: number }[] = [];
  for (const lot of order) {
    const there = byNo.get(lot.no) ?? 0;
    const skipped = Math.min(there, skip);
    const share = Math.min(there - skipped, left);
    skip -= skipped;
    left -= share;
    if (share > 0) shares.push({ lot, points: share });
  }
  if (left > 0) throw new RangeError(`${left} points more would be returned than were spent`);
  return shares;
}
