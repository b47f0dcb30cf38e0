import { type Program, type ProgramInput, programSchema } from "@/lib/program/schemas";
import { decideAward } from "./decide-award";
import type { AwardFacts, AwardLine } from "./types";

/** For tests: the program and the purchase that the engine's cases start from. */

type Earning = NonNullable<ProgramInput["earning"]>;
export type RuleInput = NonNullable<Earning["rules"]>[number];

/** 1 point for each 1.00, on everything. */
export const everyday: RuleInput = {
  key: "everyday",
  name: "Everything",
  effect: { kind: "rate", points: 1, per: 100 },
};

export const programWith = (
  rules: RuleInput[],
  more: Partial<Omit<ProgramInput, "earning">> & { earning?: Earning } = {},
): Program =>
  programSchema.parse({
    productTypes: [
      { key: "coffee", name: "Coffee" },
      { key: "beans", name: "Beans" },
      { key: "food", name: "Börek" },
      { key: "gift-card", name: "Gift cards", excluded: true },
    ],
    tiers: [
      { key: "silver", name: "Silver" },
      { key: "gold", name: "Gold" },
    ],
    ...more,
    earning: { ...more.earning, rules },
  });

export const line = (amount: number, more: Partial<AwardLine> = {}): AwardLine => ({
  no: 1,
  productType: "coffee",
  quantity: 1000,
  amount,
  tax: 0,
  discount: 0,
  ...more,
});

/** Lines of these amounts, numbered from 1. */
export const basket = (...lines: Partial<AwardLine>[]): AwardLine[] =>
  lines.map((one, index) => line(one.amount ?? 0, { no: index + 1, ...one }));

/** Thursday, 19 November 2026, 8:42 in Istanbul. */
export const morning = new Date("2026-11-19T05:42:00Z");

export const facts = (more: Partial<AwardFacts> & { lines: AwardLine[] }): AwardFacts => ({
  program: programWith([everyday]),
  zone: "Europe/Istanbul",
  occurredAt: morning,
  channel: "store",
  tier: null,
  firstPurchase: false,
  pointsTender: 0,
  capUsed: {},
  budgetUsed: {},
  ...more,
});

export const bonus = (points: number, more: Partial<RuleInput> = {}): RuleInput => ({
  key: `bonus-${points}`,
  name: `Bonus of ${points}`,
  effect: { kind: "bonus", points },
  ...more,
});

export const times = (factor: number, more: Partial<RuleInput> = {}): RuleInput => ({
  key: `times-${factor}`,
  name: `Times ${factor}`,
  effect: { kind: "multiplier", factor },
  ...more,
});

/** What 100.00 of coffee earns under these rules, unless said otherwise. */
export const pointsOf = (rules: RuleInput[], more: Partial<AwardFacts> = {}): number =>
  decideAward(facts({ lines: [line(10_000)], program: programWith(rules), ...more })).points;
