import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { describeField } from "@/lib/kernel/describe-problem";
import { locales } from "@/lib/kernel/i18n/locale";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { insufficient } from "@/lib/points/domain/spend";
import { memberPoints } from "@/lib/points/member-points";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { type Explanation, explainAward, explanationContext } from "../domain/explain";
import { mostPoints, payWithPoints } from "../domain/pay-with-points";
import { previewAward, previewFacts } from "../preview-purchase";
import { previewSchema } from "../schemas";

export interface PurchasePreview {
  points: number;
  /** How much of it is held, and for how many days at most. */
  held: { points: number; days: number } | null;
  /** What the member could spend afterwards; null when it is nobody in particular. */
  balanceAfter: number | null;
  explanation: Explanation;
  /** Paying with points; null when the program does not let them, or when it is nobody in particular. */
  payment: {
    /** The most of the member's points that may pay for this basket, and what they are worth in minor units. */
    most: number;
    worth: number;
    /** The fewest that pay. */
    minimum: number;
    /** Minor units that those that were offered pay. */
    paid: number;
    /** Why those may not pay, in words. */
    refusal: string | null;
  } | null;
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
        return { program, facts };
      }),
      "id" in input.member ? memberPoints(database, { merchantId, memberId: input.member.id, now }) : null,
    ]);
    const { program, facts } = decided;
    const basket = facts.lines.reduce((sum, { amount }) => sum + amount, 0);
    const tender = before ? offered(program, basket, facts.tendered, before.balance) : null;
    const refused = tender?.refused ?? null;
    const spent = refused ? 0 : facts.tendered;
    const decision = previewAward({ ...facts, tendered: spent }, program);
    const held = decision.parts.filter((part) => part.holdDays > 0);
    const heldPoints = held.reduce((sum, part) => sum + part.points, 0);
    return {
      points: decision.points,
      held:
        held.length > 0 ? { points: heldPoints, days: Math.max(...held.map((part) => part.holdDays)) } : null,
      balanceAfter: before && before.balance - spent + decision.points - heldPoints,
      explanation: explainAward(decision.items, explanationContext(program, { ...shop, locale })),
      payment:
        before && tender && program.payment.enabled
          ? {
              ...mostOf(program, basket, before.balance),
              paid: tender.paid,
              refusal: refused && describeField(refused, locale),
            }
          : null,
      now: now.toISOString(),
    };
  },
});

/** What so many points of the member's pay of a basket, or why they may not: a basket is still being keyed, so it is no error. */
function offered(
  program: Program,
  basket: number,
  points: number,
  balance: number,
): { paid: number; refused: FieldProblem | null } {
  const path = "tender.0.points";
  const paid = payWithPoints(program, basket, points);
  if (!paid.ok) return { paid: 0, refused: { path, code: paid.code, params: paid.params } };
  if (points <= Math.max(balance, 0)) return { paid: paid.amount, refused: null };
  const { code, params } = insufficient(balance, points);
  return { paid: 0, refused: { path, code, params } };
}

function mostOf(program: Program, basket: number, balance: number) {
  const most = mostPoints(program, basket, balance);
  const paid = payWithPoints(program, basket, most);
  return { most, worth: paid.ok ? paid.amount : 0, minimum: program.payment.minimum };
}
