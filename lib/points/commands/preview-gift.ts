import type { Tx } from "@/db/client";
import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { cardLimits } from "@/lib/access/throttle";
import { normaliseCard } from "@/lib/kernel/card-number";
import { uuidv7 } from "@/lib/kernel/ids";
import { shortName } from "@/lib/members/domain/short-name";
import { offerById } from "../gift-offers";
import { giftTerms } from "../gift-terms";
import { giftOfferSchema } from "../schemas";

/** What a gift would come to, shown before it is given. */
export interface GiftPreview {
  /** By which it is given: the form's own, or a new one where that was a gift already, and another one. */
  id: string;
  /** As little of their name as tells who is meant; null: nameless. */
  to: string | null;
  points: number;
  /** What the giver keeps. */
  left: number;
  expiresAt: string;
}

/**
 * To whom a gift would go and what it would leave, or why it cannot be: nothing is given by it. `given`: this very gift is
 * on its way already, its answer was lost.
 */
export const previewGift = defineCommand({
  name: "points.preview-gift",
  permission: "membership.own",
  input: giftOfferSchema,
  limits: cardLimits,
  async run({ actor, input, now, tx }): Promise<{ given: string } | GiftPreview> {
    const { merchantId, memberId } = ownMembership(actor);
    const { card, points } = input;
    const known = await offerById(tx, merchantId, input.id);
    const receiver =
      known?.fromMemberId === memberId ? await memberNamed(tx, merchantId, known.toMemberId) : null;
    if (known?.points === points && receiver?.card === normaliseCard(card)) return { given: known.id };
    const id = known ? uuidv7() : input.id;
    const { to, taken, expiresAt } = await giftTerms({ tx, actor, now }, { ...input, id });
    const name = (await memberNamed(tx, merchantId, to))?.name ?? null;
    return { id, to: shortName(name), points, left: taken.state.balance, expiresAt: expiresAt.toISOString() };
  },
});

async function memberNamed({ sql }: Pick<Tx, "sql">, merchantId: number, id: string) {
  const [member] = await sql<{ name: string | null; card: string | null }[]>`
    select name, card_number as card from member where merchant_id = ${merchantId} and id = ${id}`;
  return member;
}
