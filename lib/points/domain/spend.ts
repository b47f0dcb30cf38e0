import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { Entry, EntryNote, PointsState, Posting, Refusal } from "./types";

interface Spending {
  points: number;
  at: Date;
  note?: EntryNote;
}

/** Spends points by earliest expiry first, or refuses when the balance has not as many. */
export function spend(state: PointsState, { points, at, note }: Spending): Posting | Refusal {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  if (draft.balance < points) return insufficient(draft.balance, points);
  takeInOrder(draft, draft.begin({ kind: "spend", at, note }), points);
  return draft.finish();
}

export const insufficient = (balance: number, points: number): Refusal => ({
  ok: false,
  code: "insufficient_points",
  params: { balance, points },
});

/** Takes up to so many points from open lots in spending order; what they did not hold is handed back. */
export function takeInOrder(draft: PostingDraft, entry: Entry, points: number): number {
  let left = points;
  for (const lot of draft.spendable()) {
    if (left === 0) break;
    const taken = Math.min(lot.remaining, left);
    draft.move(entry, lot, -taken);
    left -= taken;
  }
  return left;
}
