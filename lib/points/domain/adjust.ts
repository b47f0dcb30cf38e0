import type { Program } from "@/lib/program/schemas";
import { expiryOf, validityOf } from "./lots";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { insufficient, takeInOrder } from "./spend";
import type { EntryNote, PointsState, Posting, Refusal } from "./types";

interface Adjustment {
  /** Up or down, not 0. */
  points: number;
  at: Date;
  zone: string;
  expiry: Program["expiry"];
  note?: EntryNote;
}

/** Adds points as a lot of their own, or takes them in spending order; never below what can be spent. */
export function adjust(
  state: PointsState,
  { points, at, zone, expiry, note }: Adjustment,
): Posting | Refusal {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  if (points < 0 && draft.balance < -points) return insufficient(draft.balance, -points);
  const entry = draft.begin({ kind: "adjust", at, note });
  if (points < 0) {
    takeInOrder(draft, entry, -points);
    return draft.finish();
  }
  draft.issue(entry, {
    points,
    state: "open",
    earnedAt: at,
    availableAt: at,
    expiresAt: expiryOf(at, expiry, zone),
    purchaseId: null,
    validityMonths: validityOf(expiry),
  });
  draft.payDebt(entry, at);
  return draft.finish();
}
