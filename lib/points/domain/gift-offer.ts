import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { insufficient, takeInOrder } from "./spend";
import type { EntryNote, Lot, PointsState, Posting, Refusal } from "./types";

/** Points of one lot that are on their way from one member to another. */
export type GiftPart = Pick<Lot, "points" | "earnedAt" | "expiresAt" | "validityMonths" | "idleMonths">;

interface Step {
  at: Date;
  note?: EntryNote;
}

export interface TakenOut extends Posting {
  /** When the first of the points taken out expire; null: none of them ever does. */
  firstExpiry: Date | null;
}

/** Takes a gift out of the giver's lots, earliest expiry first: from then on nobody can spend it twice. */
export function takeForGift(
  state: PointsState,
  { points, at, note }: Step & { points: number },
): TakenOut | Refusal {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  if (draft.balance < points) return insufficient(draft.balance, points);
  const before = new Map(draft.lots.map((lot) => [lot.no, lot.remaining]));
  takeInOrder(draft, draft.begin({ kind: "gift-out", at, note }), points);
  const touched = draft.lots.filter((lot) => lot.remaining < (before.get(lot.no) ?? 0));
  const expiries = touched.flatMap((lot) => lot.expiresAt ?? []);
  const firstExpiry = expiries.reduce<Date | null>(
    (first, expiry) => (first && first <= expiry ? first : expiry),
    null,
  );
  return { ...draft.finish(), firstExpiry };
}

/** The gift arrives: each part keeps the day on which it expires (case 27). */
export function receiveGift(
  state: PointsState,
  { parts, at, note }: Step & { parts: readonly GiftPart[] },
): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  const entry = draft.begin({ kind: "gift-in", at, note });
  for (const part of parts) {
    draft.issue(entry, { ...part, state: "open", availableAt: at, purchaseId: null });
  }
  draft.payDebt(entry, at);
  return draft.finish();
}

/**
 * A gift that nobody accepted goes back to the lots that it came from. What of it would have expired in the meantime
 * expires at once. The state must hold the lots named in `taken`, the empty ones too.
 */
export function giveBackGift(
  state: PointsState,
  { taken, at, note }: Step & { taken: readonly { lotNo: number; points: number }[] },
): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  const entry = draft.begin({ kind: "gift-back", at, note });
  for (const { lotNo, points } of taken) {
    const lot = draft.lots.find((one) => one.no === lotNo);
    if (!lot) throw new Error(`lot ${lotNo} was not read`);
    draft.move(entry, lot, points);
  }
  draft.payDebt(entry, at);
  settleDraft(draft, at);
  return draft.finish();
}
