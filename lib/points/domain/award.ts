import type { AwardPart } from "@/lib/earning/domain/types";
import type { Program } from "@/lib/program/schemas";
import { availableFrom, expiryOf, validityOf } from "./lots";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { EntryNote, PointsState, Posting } from "./types";

interface Award {
  /** As decided; none is an award of nothing. */
  parts: readonly AwardPart[];
  occurredAt: Date;
  now: Date;
  zone: string;
  expiry: Program["expiry"];
  note: EntryNote;
}

/**
 * Credits an award: one entry, one lot for each part. A part that is held is pending until its day comes; a purchase that
 * arrives late may find that day, or even the expiry, past. What is owed is paid from it first.
 */
export function award(state: PointsState, { parts, occurredAt, now, zone, expiry, note }: Award): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, now);
  if (parts.length === 0) return draft.finish();
  const entry = draft.begin({ kind: "earn", at: occurredAt, note });
  for (const { points, holdDays } of parts) {
    const availableAt = availableFrom(occurredAt, holdDays, zone);
    draft.issue(entry, {
      points,
      state: availableAt <= now ? "open" : "pending",
      earnedAt: occurredAt,
      availableAt,
      expiresAt: expiryOf(availableAt, expiry, zone),
      purchaseId: note.purchaseId ?? null,
      validityMonths: validityOf(expiry),
    });
  }
  draft.payDebt(entry, now);
  settleDraft(draft, now);
  return draft.finish();
}
