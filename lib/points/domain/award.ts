import type { AwardPart } from "@/lib/earning/domain/types";
import type { Program } from "@/lib/program/schemas";
import { availableFrom } from "./lots";
import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { EntryNote, PointsState, Posting } from "./types";
import { validityOf } from "./validity";

interface Award {
  /** As decided; none is an award of nothing. */
  parts: readonly AwardPart[];
  occurredAt: Date;
  now: Date;
  zone: string;
  expiry: Program["expiry"];
  /** The member's tier at `occurredAt`: its points may last longer. */
  tier?: string | null;
  note: EntryNote;
}

/**
 * Credits an award: one entry, one lot for each part. A part that is held is pending until its day comes; a purchase that
 * arrives late may find that day, or even the expiry, past. What is owed is paid from it first.
 */
export function award(
  state: PointsState,
  { parts, occurredAt, now, zone, expiry, tier, note }: Award,
): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, now);
  if (parts.length === 0) return draft.finish();
  const entry = draft.begin({ kind: "earn", at: occurredAt, note });
  const { activeAt } = draft;
  for (const { points, holdDays } of parts) {
    const availableAt = availableFrom(occurredAt, holdDays, zone);
    draft.issue(entry, {
      points,
      state: availableAt <= now ? "open" : "pending",
      earnedAt: occurredAt,
      availableAt,
      purchaseId: note.purchaseId ?? null,
      ...validityOf(expiry, { availableAt, activeAt, zone, tier }),
    });
  }
  draft.payDebt(entry, now);
  settleDraft(draft, now);
  return draft.finish();
}
