import { PostingDraft } from "./posting-draft";
import type { Lot, PointsState, Posting } from "./types";

/**
 * Lets happen what is due by `now`, each at its own instant: held points become available, lots expire with what remains
 * in them. Every operation does this first, so a lot that expired a minute ago is gone although no job has run.
 */
export function settle(state: PointsState, now: Date): Posting {
  const draft = new PostingDraft(state);
  settleDraft(draft, now);
  return draft.finish();
}

interface Due {
  lot: Lot;
  kind: "release" | "expire";
  at: Date;
}

export function settleDraft(draft: PostingDraft, now: Date): void {
  draft.requireSettled(now);
  const dues = draft.lotsToSettle.flatMap((lot) => duesOf(lot, now)).sort(inOrder);
  for (let from = 0; from < dues.length; ) {
    const [first] = dues.slice(from, from + 1);
    if (!first) return;
    let to = from + 1;
    while (to < dues.length && belongTogether(first, dues[to])) to += 1;
    post(
      draft,
      first,
      dues
        .slice(from, to)
        .map((due) => due.lot)
        .filter((lot) => lot.remaining > 0),
    );
    from = to;
  }
}

function duesOf(lot: Lot, now: Date): Due[] {
  const dues: Due[] = [];
  if (lot.remaining === 0) return dues;
  if (lot.state === "pending" && lot.availableAt <= now)
    dues.push({ lot, kind: "release", at: lot.availableAt });
  const open = lot.state === "open" || dues.length > 0;
  if (open && lot.expiresAt && lot.expiresAt <= now) dues.push({ lot, kind: "expire", at: lot.expiresAt });
  return dues;
}

const inOrder = (a: Due, b: Due): number =>
  a.at.getTime() - b.at.getTime() ||
  Number(a.kind === "expire") - Number(b.kind === "expire") ||
  Number((a.lot.purchaseId ?? "") > (b.lot.purchaseId ?? "")) -
    Number((a.lot.purchaseId ?? "") < (b.lot.purchaseId ?? "")) ||
  a.lot.no - b.lot.no;

/** One entry for all that expires at an instant; releases name the purchase that they come from. */
function belongTogether(a: Due, b: Due | undefined): boolean {
  if (!b || a.kind !== b.kind || a.at.getTime() !== b.at.getTime()) return false;
  return a.kind === "expire" || a.lot.purchaseId === b.lot.purchaseId;
}

function post(draft: PostingDraft, { kind, at, lot: { purchaseId } }: Due, lots: Lot[]): void {
  if (lots.length === 0) return;
  const note = kind === "release" && purchaseId ? { purchaseId } : undefined;
  const entry = draft.begin({ kind, at, note });
  for (const lot of lots) {
    if (kind === "release") {
      draft.release(entry, lot);
      continue;
    }
    lot.expired = (lot.expired ?? 0) + lot.remaining;
    // From here on its date stands: what the member does later does not move it any more.
    lot.idleMonths = null;
    draft.move(entry, lot, -lot.remaining);
  }
  if (kind === "release") draft.payDebt(entry, at);
}
