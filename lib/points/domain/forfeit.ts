import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import type { EntryNote, PointsState, Posting } from "./types";

/** Ends a membership's points: what remains, pending or not, is given up by an entry that says so; a debt is written off. */
export function forfeit(state: PointsState, { at, note }: { at: Date; note?: EntryNote }): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, at);
  const lots = draft.lots.filter((lot) => lot.remaining > 0);
  if (lots.length > 0) {
    const entry = draft.begin({ kind: "forfeit", at, note });
    for (const lot of lots) draft.move(entry, lot, -lot.remaining);
  }
  if (draft.debt > 0) draft.owe(draft.begin({ kind: "write-off", at, note }), -draft.debt);
  return draft.finish();
}
