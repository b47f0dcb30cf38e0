import { PostingDraft } from "./posting-draft";
import { settleDraft } from "./settle";
import { insufficient } from "./spend";
import type { EntryNote, PointsState, Posting, Refusal } from "./types";

interface Gift {
  points: number;
  at: Date;
  note?: EntryNote;
}

export interface Given {
  ok: true;
  from: Posting;
  to: Posting;
}

/** Moves points from one member to another, earliest expiry first; each keeps the expiry that it had. */
export function gift(from: PointsState, to: PointsState, { points, at, note }: Gift): Given | Refusal {
  const giver = new PostingDraft(from);
  const receiver = new PostingDraft(to);
  settleDraft(giver, at);
  settleDraft(receiver, at);
  if (giver.balance < points) return insufficient(giver.balance, points);
  const out = giver.begin({ kind: "gift-out", at, note });
  const into = receiver.begin({ kind: "gift-in", at, note });
  let left = points;
  for (const lot of giver.spendable()) {
    const moved = Math.min(lot.remaining, left);
    if (moved === 0) break;
    giver.move(out, lot, -moved);
    const { earnedAt, expiresAt, validityMonths, idleMonths } = lot;
    receiver.issue(into, {
      points: moved,
      state: "open",
      earnedAt,
      availableAt: at,
      expiresAt,
      purchaseId: null,
      validityMonths,
      idleMonths,
    });
    left -= moved;
  }
  receiver.payDebt(into, at);
  return { ok: true, from: giver.finish(), to: receiver.finish() };
}
