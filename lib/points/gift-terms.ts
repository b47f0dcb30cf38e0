import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { ownMembership } from "@/lib/access/own-membership";
import { cardDigits, normaliseCard } from "@/lib/kernel/card-number";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import type { Program } from "@/lib/program/schemas";
import { type TakenOut, takeForGift } from "./domain/gift-offer";
import { lockMembers } from "./lock-members";
import type { LedgerBatch } from "./posting";
import type { giftOfferSchema } from "./schemas";

const day = 86_400_000;

interface GiftTerms {
  from: string;
  to: string;
  taken: TakenOut;
  /** When it comes back, not accepted. */
  expiresAt: Date;
  program: Program;
  batch: LedgerBatch;
}

/** What offering it comes to, with both members locked and nothing posted yet; or the refusal, beside its field. */
export async function giftTerms(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { id, card, points, message }: z.output<typeof giftOfferSchema>,
): Promise<GiftTerms> {
  const { memberId } = ownMembership(actor);
  const given = normaliseCard(card).replace(/\D/g, "").length;
  if (given !== cardDigits) throw fieldProblem("card", "card_digits", { wanted: cardDigits, given });
  const locked = await lockMembers({ tx, actor, now }, [
    { path: "from", ref: { id: memberId } },
    { path: "card", ref: { card }, unknown: "card_unknown" },
  ]);
  const { batch, program } = locked;
  const [from, to] = locked.members;
  if (!to) throw new Error("two members were asked for");
  if (!program.gifts.enabled) throw new Problem("gifts_disabled");
  if (from.id === to.id)
    throw new Problem("gift_to_self", { fields: [{ path: "card", code: "gift_to_self" }] });
  const taken = takeForGift(from, { points, at: now, note: { giftId: id, reason: message } });
  if (!taken.ok) {
    const { code, params } = taken;
    throw new Problem(code, { params, fields: [{ path: "points", code, params }] });
  }
  const latest = new Date(now.getTime() + program.gifts.acceptDays * day);
  const expiresAt = taken.firstExpiry && taken.firstExpiry < latest ? taken.firstExpiry : latest;
  return { from: from.id, to: to.id, taken, expiresAt, program, batch };
}
