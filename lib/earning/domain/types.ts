import type { CapPeriod, Program } from "@/lib/program/schemas";

/** One line of a basket. Money in minor units. */
export interface AwardLine {
  no: number;
  productType: string;
  sku?: string | null;
  /** Thousandths: 1,500 is one and a half. */
  quantity: number;
  /** What is paid for the line, in money or points: tax included, discount already taken off. */
  amount: number;
  /** How much of the amount is tax. */
  tax: number;
  /** How much was taken off before the amount was reached. */
  discount: number;
}

/** Everything that the decision on one purchase depends on, as it was when the purchase happened. */
export interface AwardFacts {
  program: Program;
  /** IANA zone of the merchant. */
  zone: string;
  occurredAt: Date;
  channel: string;
  tier: string | null;
  firstPurchase: boolean;
  lines: AwardLine[];
  /** Minor units of the basket that were paid with points: they earn nothing. */
  pointsTender: number;
  /** What the member has used of each cap before this purchase, by `${rule key or *}:${period key}`. */
  capUsed: Record<string, number>;
  /** What all members have used of each budget, by rule key. */
  budgetUsed: Record<string, number>;
}

/** Why a rule that could have given points did not. */
export type MissedReason = "minimumSpend" | "hours" | "weekday" | "tier" | "channel";

/** One line of the explanation that is kept with the award. Their points add up to the award's, always. */
export type ExplanationItem =
  /** What a rate gave on the eligible amount (minor units) of one product type. */
  | { kind: "rate"; rule: string; name: string; productType: string; amount: number; points: number }
  /** What a multiplier added, on one product type or, when that is left out, on all that earned. Factor in basis points. */
  | { kind: "multiplier"; rule: string; name: string; productType?: string; factor: number; points: number }
  | { kind: "bonus"; rule: string; name: string; points: number }
  /** What an activity gave, before the multipliers that follow it. */
  | { kind: "activity"; rule: string; name: string; points: number }
  /** What an activity did not give because it counts only so often. Points are negative. */
  | { kind: "often"; rule: string; name: string; per: CapPeriod; times: number; points: number }
  /** What a cap took off: of one rule, or of the whole award when `rule` is null. Points are negative. */
  | { kind: "cap"; rule: string | null; name?: string; per: CapPeriod; limit: number; points: number }
  | { kind: "budget"; rule: string; name: string; points: number }
  | { kind: "excluded"; productType: string; amount: number; points: 0 }
  | { kind: "tender"; amount: number; points: 0 }
  /** What would have earned `wouldEarn` more. It gave nothing, so its points are 0 and the sum holds. */
  | {
      kind: "missed";
      rule: string;
      name: string;
      points: 0;
      wouldEarn: number;
      reason: MissedReason;
      /** Minor units short of the minimum spend. */
      missing?: number;
    };

export interface AwardPart {
  points: number;
  holdDays: number;
}

export interface AwardDecision {
  points: number;
  /** The points by how long they are held; each more than 0. */
  parts: AwardPart[];
  items: ExplanationItem[];
  /** What this award uses of each cap that is in force, keyed as `capUsed`. */
  capUse: Record<string, number>;
  budgetUse: Record<string, number>;
}

/** The facts that a purchase keeps for ever, beside its lines: a refund is decided by these and by nothing newer. */
export type RecordedFacts = Omit<AwardFacts, "lines">;
