import { expect, test } from "vitest";
import { Problem } from "@/lib/kernel/problems";
import type { Stacking } from "@/lib/program/schemas";
import { decideAward } from "./decide-award";
import {
  basket,
  bonus,
  everyday,
  facts,
  line,
  pointsOf,
  programWith,
  type RuleInput,
  times,
} from "./example-purchase";

test("case 1: 49.95 at 1 point per 1.00 earns 49", () => {
  expect(decideAward(facts({ lines: [line(4995)] })).points).toBe(49);
});

test("case 1: lines of 0.60, 0.60 and 0.80 earn 2 together, though each alone would earn 0", () => {
  expect(
    decideAward(facts({ lines: basket({ amount: 60 }, { amount: 60, productType: "food" }, { amount: 80 }) }))
      .points,
  ).toBe(2);
});

test.each([
  ["down", 49],
  ["nearest", 50],
  ["up", 50],
] as const)("49.50 rounded %s earns %d", (rounding, points) => {
  expect(
    decideAward(facts({ lines: [line(4950)], program: programWith([everyday], { earning: { rounding } }) }))
      .points,
  ).toBe(points);
});

test.each([
  ["best", "100x2+50", 250],
  ["add", "100x(1+1+0.5)+50", 300],
  ["multiply", "100x3+50", 350],
] as const)(
  "case 2: 100 base, a bonus of 50, x2 and x1.5: stacking %s gives %s = %d",
  (stacking, _, points) => {
    const program = programWith([everyday, bonus(50), times(20_000), times(15_000)], {
      earning: { stacking },
    });
    expect(decideAward(facts({ lines: [line(10_000)], program })).points).toBe(points);
  },
);

test("case 2: renaming the rules and saving them in another order changes nothing", () => {
  const rules = [everyday, bonus(50), times(20_000), times(15_000)];
  const renamed = rules
    .toReversed()
    .map((rule, index) => ({ ...rule, key: `z${9 - index}`, name: `Renamed ${index}` }));
  for (const stacking of ["best", "add", "multiply"] satisfies Stacking[]) {
    const [before, after] = [rules, renamed].map((list) =>
      decideAward(facts({ lines: [line(12_345)], program: programWith(list, { earning: { stacking } }) })),
    );
    expect(after?.points).toBe(before?.points);
    expect(after?.items.map((item) => item.points)).toEqual(before?.items.map((item) => item.points));
  }
});

test("case 3: 100.00 at x1.15 is 115 points, by any way of stacking", () => {
  for (const stacking of ["best", "add", "multiply"] satisfies Stacking[]) {
    const program = programWith([everyday, times(11_500)], { earning: { stacking } });
    expect(decideAward(facts({ lines: [line(10_000)], program })).points).toBe(115);
  }
});

test("0.07 at 100 points per 0.01, x1.1 three times, is 931 by multiplying: 700 x 1.331 = 931.7", () => {
  const rules = ["a", "b", "c"].map((key) => times(11_000, { key }));
  const rate: RuleInput = { ...everyday, effect: { kind: "rate", points: 100, per: 1 } };
  const program = programWith([rate, ...rules], { earning: { stacking: "multiply" } });
  expect(decideAward(facts({ lines: [line(7)], program })).points).toBe(931);
});

test("case 7: 50.00 of coffee and a gift card of 100.00 earn 50, and the explanation says that the gift card earned nothing", () => {
  const decision = decideAward(
    facts({ lines: basket({ amount: 5000 }, { amount: 10_000, productType: "gift-card" }) }),
  );
  expect(decision.points).toBe(50);
  expect(decision.items).toContainEqual({
    kind: "excluded",
    productType: "gift-card",
    amount: 10_000,
    points: 0,
  });
});

test("case 7: a gift card does not reach a minimum spend, is not multiplied, and is no visit", () => {
  const rules = [everyday, times(20_000), bonus(50), bonus(20, { when: { minimumSpend: 5000 } })];
  expect(pointsOf(rules, { lines: [line(10_000, { productType: "gift-card" })] })).toBe(0);
});

test("case 7: a rate of 0 for a type beats the general rate, and is explained by a line of 0", () => {
  const none: RuleInput = {
    key: "none",
    name: "No beans",
    when: { productTypes: ["beans"] },
    effect: { kind: "rate", points: 0, per: 100 },
  };
  const decision = decideAward(
    facts({ lines: [line(5000, { productType: "beans" })], program: programWith([everyday, none]) }),
  );
  expect(decision.points).toBe(0);
  expect(decision.items).toEqual([
    { kind: "rate", rule: "none", name: "No beans", productType: "beans", amount: 5000, points: 0 },
  ]);
});

test("case 8: the tier in the facts is the one that counts: x2 for Gold gives a Silver member 100, a Gold member 200", () => {
  const rules = [everyday, times(20_000, { when: { tiers: ["gold"] } })];
  expect(pointsOf(rules, { tier: "silver" })).toBe(100);
  expect(pointsOf(rules, { tier: "gold" })).toBe(200);
  expect(pointsOf(rules, { tier: null })).toBe(100);
});

test("case 10: a late event is decided by the program and the tier it is given: yesterday's x1 for Silver, not today's x3 for Gold", () => {
  const yesterday = programWith([everyday]);
  const today = programWith([everyday, times(30_000, { when: { tiers: ["gold"] } })]);
  const late = { lines: [line(10_000)], occurredAt: new Date("2026-11-18T09:00:00Z") };
  expect(decideAward(facts({ ...late, program: yesterday, tier: "silver" })).points).toBe(100);
  expect(decideAward(facts({ ...late, program: today, tier: "gold" })).points).toBe(300);
});

test("case 11: what a rule holds is a part of its own: 100 at once and 50 after 14 days", () => {
  const program = programWith([everyday, bonus(50, { holdDays: 14 })]);
  expect(decideAward(facts({ lines: [line(10_000)], program })).parts).toEqual([
    { points: 100, holdDays: 0 },
    { points: 50, holdDays: 14 },
  ]);
});

test("the program's hold is every rule's unless it says otherwise", () => {
  const program = programWith([everyday, bonus(50, { holdDays: 0 })], { earning: { holdDays: 2 } });
  expect(decideAward(facts({ lines: [line(10_000)], program })).parts).toEqual([
    { points: 50, holdDays: 0 },
    { points: 100, holdDays: 2 },
  ]);
});

test("coffee 2, beans 1, everything else 1 per 1.00: 10.00 + 20.00 + 5.00 earn 20 + 20 + 5", () => {
  const coffee: RuleInput = {
    key: "coffee",
    name: "Coffee",
    when: { productTypes: ["coffee"] },
    effect: { kind: "rate", points: 2, per: 100 },
  };
  const lines = basket(
    { amount: 1000 },
    { amount: 2000, productType: "beans" },
    { amount: 500, productType: "food" },
  );
  const decision = decideAward(facts({ lines, program: programWith([everyday, coffee]) }));
  expect(decision.items.map((item) => item.points)).toEqual([20, 20, 5]);
});

test("a rate that names the type wins although it gives less; of two general rates the higher wins", () => {
  const less: RuleInput = {
    key: "less",
    name: "Coffee",
    when: { productTypes: ["coffee"] },
    effect: { kind: "rate", points: 1, per: 1000 },
  };
  const more: RuleInput = { key: "more", name: "Week", effect: { kind: "rate", points: 3, per: 200 } };
  expect(pointsOf([everyday, less])).toBe(10);
  expect(pointsOf([everyday, more])).toBe(150);
  expect(pointsOf([more, everyday])).toBe(150);
});

test("a multiplier of one type leaves the others alone: (16 + 16) coffee + 10 börek = 42", () => {
  const program = programWith([
    { ...everyday, effect: { kind: "rate", points: 1, per: 1000 } },
    times(20_000, { when: { productTypes: ["coffee"] } }),
  ]);
  const lines = basket({ amount: 16_000 }, { amount: 10_000, productType: "food" });
  expect(decideAward(facts({ lines, program })).points).toBe(42);
});

test("best is decided for each type: coffee x3 for coffee, x2 for the rest: 300 + 200 = 500", () => {
  const lines = basket({ amount: 10_000 }, { amount: 10_000, productType: "food" });
  expect(
    pointsOf([everyday, times(20_000), times(30_000, { when: { productTypes: ["coffee"] } })], { lines }),
  ).toBe(500);
});

test("what was given away earns nothing, also before discounts: a cup of 5.00 for 0.00", () => {
  const program = programWith([everyday], { earning: { basis: { discounts: "before" } } });
  expect(decideAward(facts({ lines: [line(0, { discount: 500 })], program })).points).toBe(0);
});

test("net of tax: 118.00 with 18.00 tax earns 100; before a discount of 20.00: 118.00 + 20.00 earns 138", () => {
  const lines = [line(11_800, { tax: 1800, discount: 2000 })];
  const points = (basis: object) =>
    decideAward(facts({ lines, program: programWith([everyday], { earning: { basis } }) })).points;
  expect(points({})).toBe(118);
  expect(points({ tax: "net" })).toBe(100);
  expect(points({ discounts: "before" })).toBe(138);
  expect(points({ tax: "net", discounts: "before" })).toBe(120);
});

test("100.00 of which 20.00 is paid with points earns 80, and says why", () => {
  const decision = decideAward(facts({ lines: [line(10_000)], pointsTender: 2000 }));
  expect(decision.points).toBe(80);
  expect(decision.items).toContainEqual({ kind: "tender", amount: 2000, points: 0 });
});

test("net of tax, half of it paid with points, earns half of the net: 118.00 with 18.00 tax earns 50", () => {
  const program = programWith([everyday], { earning: { basis: { tax: "net" } } });
  expect(
    decideAward(facts({ lines: [line(11_800, { tax: 1800 })], pointsTender: 5900, program })).points,
  ).toBe(50);
});

test("a basket paid with points altogether earns nothing, bonuses neither", () => {
  expect(pointsOf([everyday, bonus(50)], { pointsTender: 10_000 })).toBe(0);
});

test("an empty program awards nothing and explains nothing", () => {
  expect(decideAward(facts({ lines: [line(10_000)], program: programWith([]) }))).toEqual({
    points: 0,
    parts: [],
    items: [],
    capUse: {},
    budgetUse: {},
  });
});

test("7,000,000.00 at 9 points per 0.07 is exact: 900,000,000; ten times as much is refused, not counted wrongly", () => {
  const rules: RuleInput[] = [{ ...everyday, effect: { kind: "rate", points: 9, per: 7 } }];
  expect(pointsOf(rules, { lines: [line(700_000_000)] })).toBe(900_000_000);
  expect(() => pointsOf(rules, { lines: [line(7_000_000_000)] })).toThrow(Problem);
});
