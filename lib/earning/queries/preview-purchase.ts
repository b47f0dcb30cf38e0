import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { programContent } from "@/lib/program/program-content";
import { type Explanation, explainAward, explanationContext } from "../domain/explain";
import { previewAward, previewFacts } from "../preview-purchase";
import { previewSchema } from "../schemas";

export interface PurchasePreview {
  points: number;
  /** How much of it is held, and for how many days at most. */
  held: { points: number; days: number } | null;
  /** What the member could spend afterwards; null when it is nobody in particular. */
  balanceAfter: number | null;
  explanation: Explanation;
  /** The server's clock: a till's may be wrong. */
  now: string;
}

/** What a basket would earn now, in words, while it is still being typed. Nothing is written. */
export const previewPurchase = defineQuery({
  name: "purchase.preview",
  permission: "purchases.quote",
  input: previewSchema.extend({ locale: z.enum(locales) }),
  async run({ actor, input, now, database }): Promise<PurchasePreview> {
    const { merchantId } = actor;
    const { locale, ...purchase } = input;
    const [shop, decided, before] = await Promise.all([
      shopById(database, merchantId),
      database.transaction(async (tx) => {
        const facts = await previewFacts(tx, { merchantId, now, input: purchase });
        if (facts.version === null) throw new Problem("program_not_published");
        const program = await programContent(tx, merchantId, facts.version);
        return { program, decision: previewAward(facts, program), spent: facts.tendered };
      }),
      "id" in input.member ? memberPoints(database, { merchantId, memberId: input.member.id, now }) : null,
    ]);
    const { program, decision, spent } = decided;
    const held = decision.parts.filter((part) => part.holdDays > 0);
    const heldPoints = held.reduce((sum, part) => sum + part.points, 0);
    return {
      points: decision.points,
      held:
        held.length > 0 ? { points: heldPoints, days: Math.max(...held.map((part) => part.holdDays)) } : null,
      balanceAfter: before && before.balance - spent + decision.points - heldPoints,
      explanation: explainAward(decision.items, explanationContext(program, { ...shop, locale })),
      now: now.toISOString(),
    };
  },
});
