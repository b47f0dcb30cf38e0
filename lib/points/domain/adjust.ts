import type { Program } from "@/lib/program/schemas";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { insufficient, takeInOrder } from "./spend";
import type { EntryNote, PointsState, Posting, Refusal } from "./types";
import { validityOf } from "./validity";

interface Adjustment {
  /** Up or down, not 0. */
  points: number;
  at: Date;
  zone: string;
  expiry: Program["expiry"];
  tier?: string | null;
  note?: EntryNote;
}

/** Adds points as a lot of their own, or takes them in spending order; never below what can be spent. */
export function adjust(
  state: PointsState,
  { points, at, zone, expiry, tier, note }: Adjustment,
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
    purchaseId: null,
    ...validityOf(expiry, { availableAt: at, activeAt: draft.activeAt, zone, tier }),
  });
  draft.payDebt(entry, at);
  return draft.finish();
}
