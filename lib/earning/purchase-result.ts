import type { Program } from "@/lib/program/schemas";
import { explainItem, explanationContext } from "./domain/explain";
import type { ExplanationItem } from "./domain/types";

/** What a recorded purchase is answered with, now and when it is sent again. */
export interface PurchaseResult {
  purchase: {
    id: string;
    externalId: string;
    member: string;
    occurredAt: string;
    channel: string;
    /** Minor units. */
    amount: number;
    paidWithPoints: number;
    lines: { id: string; productType: string; sku: string | null; quantity: number; amount: number }[];
  };
  award: {
    /** All that this purchase earned; `pending` of it is held. */
    points: number;
    pending: number;
    balance: number;
    explanation: { rule: string | null; points: number; reason: string }[];
  };
}

/** What an answer is made of; the words of its explanation are found when it is asked for. */
export interface PurchaseFacts {
  id: string;
  externalId: string;
  memberId: string;
  occurredAt: Date;
  channel: string;
  amount: number;
  paidWithPoints: number;
  points: number;
  pending: number;
  balance: number;
  lines: { no: number; productType: string; sku?: string | null; quantity: number; amount: number }[];
  items: ExplanationItem[];
  /** The version that decided. */
  program: Program;
  currency: string;
}

export function purchaseResult(facts: PurchaseFacts): PurchaseResult {
  const context = explanationContext(facts.program, { locale: "en", currency: facts.currency });
  return {
    purchase: {
      id: facts.id,
      externalId: facts.externalId,
      member: facts.memberId,
      occurredAt: facts.occurredAt.toISOString(),
      channel: facts.channel,
      amount: facts.amount,
      paidWithPoints: facts.paidWithPoints,
      lines: facts.lines.map((line) => ({
        id: String(line.no),
        productType: line.productType,
        sku: line.sku ?? null,
        quantity: line.quantity / 1000,
        amount: line.amount,
      })),
    },
    award: {
      points: facts.points,
      pending: facts.pending,
      balance: facts.balance,
      explanation: facts.items.map((item) => ({
        rule: "rule" in item ? item.rule : null,
        points: item.points,
        reason: explainItem(item, context),
      })),
    },
  };
}
