import { expect, test } from "vitest";
import { Problem } from "@/lib/kernel/problems";
import type { Stacking } from "@/lib/program/schemas";
import { decideAward } from "./decide-award";
import { basket, everyday, facts, line, programWith, type RuleInput } from "./example-purchase";

const bonus = (points: number, more: Partial<RuleInput> = {}): RuleInput => ({
  key: `bonus-${points}`,
  name: `Bonus of ${points}`,
  effect: { kind: "bonus", points },
  ...more,
});
const times = (factor: number, more: Partial<RuleInput> = {}): RuleInput => ({
  key: `times-${factor}`,
  name: `Times ${factor}`,
  effect: { kind: "multiplier", factor },
  ...more,
});
const pointsOf = (rules: RuleInput[], more: Partial<Parameters<typeof facts>[0]> = {}) =>
  decideAward(facts({ lines: [line(10_000)], program: programWith(rules), ...more })).points;

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

test("case 4: under a cap of 100 a day, 60 and 80 earn 60 and 40, the second explained: 80 - 40 = 40", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const first = decideAward(facts({ lines: [line(6000)], program }));
  expect(first).toMatchObject({ points: 60, capUse: { "*:d:2026-11-19": 60 } });
  const second = decideAward(facts({ lines: [line(8000)], program, capUsed: first.capUse }));
  expect(second).toMatchObject({ points: 40, capUse: { "*:d:2026-11-19": 40 } });
  expect(second.items).toContainEqual({ kind: "cap", rule: null, per: "day", limit: 100, points: -40 });
});

test("the tightest of several caps cuts: 100 a day with 70 used leaves 30, 1,000 a month with 950 used leaves 50", () => {
  const program = programWith([everyday], {
    earning: {
      caps: [
        { per: "month", points: 1000 },
        { per: "day", points: 100 },
      ],
    },
  });
  const capUsed = { "*:d:2026-11-19": 70, "*:m:2026-11": 950 };
  const decision = decideAward(facts({ lines: [line(8000)], program, capUsed }));
  expect(decision.points).toBe(30);
  expect(decision.capUse).toEqual({ "*:d:2026-11-19": 30, "*:m:2026-11": 30 });
});

test("a cap that is overdrawn gives nothing and takes nothing", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "ever", points: 100 }] } });
  expect(decideAward(facts({ lines: [line(8000)], program, capUsed: { "*:ever": 130 } })).points).toBe(0);
});

test("a rule's own cap cuts that rule only: 100 + a bonus of 50 of which 20 are left today = 120", () => {
  const capped = bonus(50, { caps: [{ per: "day", points: 50 }] });
  const program = programWith([everyday, capped]);
  const decision = decideAward(
    facts({ lines: [line(10_000)], program, capUsed: { "bonus-50:d:2026-11-19": 30 } }),
  );
  expect(decision.points).toBe(120);
  expect(decision.capUse).toEqual({ "bonus-50:d:2026-11-19": 20 });
  expect(decision.items).toContainEqual({
    kind: "cap",
    rule: "bonus-50",
    name: "Bonus of 50",
    per: "day",
    limit: 50,
    points: -30,
  });
});

test("what the program's cap cuts is not charged to a rule's budget: 100 + 50 capped at 120 charges it 20", () => {
  const program = programWith([everyday, bonus(50, { budget: 1000 })], {
    earning: { caps: [{ per: "day", points: 120 }] },
  });
  expect(decideAward(facts({ lines: [line(10_000)], program }))).toMatchObject({
    points: 120,
    budgetUse: { "bonus-50": 20 },
  });
});

test("case 5: a budget with 30 left and an award of 50 gives 30, explained", () => {
  const program = programWith([bonus(50, { budget: 1000 })]);
  const decision = decideAward(facts({ lines: [line(10_000)], program, budgetUsed: { "bonus-50": 970 } }));
  expect(decision).toMatchObject({ points: 30, budgetUse: { "bonus-50": 30 } });
  expect(decision.items).toContainEqual({
    kind: "budget",
    rule: "bonus-50",
    name: "Bonus of 50",
    points: -20,
  });
});

test("case 5: twenty awards of 50, one after the other, take a budget of 330 to exactly 330", () => {
  const program = programWith([bonus(50, { budget: 330 })]);
  let used = 0;
  for (let round = 0; round < 20; round += 1) {
    used += decideAward(facts({ lines: [line(100)], program, budgetUsed: { "bonus-50": used } })).points;
  }
  expect(used).toBe(330);
});

test("a campaign whose budget is used up does not stand in the way of the everyday rate: 3 per 1.00 is over, 1 per 1.00 gives 100", () => {
  const campaign: RuleInput = {
    key: "campaign",
    name: "Campaign",
    effect: { kind: "rate", points: 3, per: 100 },
    budget: 1000,
  };
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 0 } })).toBe(300);
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 1000 } })).toBe(100);
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 950 } })).toBe(100);
});

test("stacking best: x3 with 5 points left this month steps aside for x2, 200 instead of 105", () => {
  const capped = times(30_000, { caps: [{ per: "month", points: 500 }] });
  expect(pointsOf([everyday, capped, times(20_000)], { capUsed: { "times-30000:m:2026-11": 495 } })).toBe(
    200,
  );
});

test("'coffee earns at most 100 a day' means coffee: with 100 used it earns 0, not the everyday rate", () => {
  const coffee: RuleInput = {
    key: "coffee",
    name: "Coffee",
    when: { productTypes: ["coffee"] },
    effect: { kind: "rate", points: 2, per: 100 },
    caps: [{ per: "day", points: 100 }],
  };
  expect(pointsOf([everyday, coffee], { capUsed: { "coffee:d:2026-11-19": 100 } })).toBe(0);
});

test("case 6: 23:30 on 31 December in Istanbul uses the caps of 31 December and of the old year", () => {
  const program = programWith([everyday], {
    earning: {
      caps: [
        { per: "day", points: 100 },
        { per: "year", points: 1000 },
      ],
    },
  });
  const decision = decideAward(
    facts({ lines: [line(6000)], program, occurredAt: new Date("2026-12-31T20:30:00Z") }),
  );
  expect(decision.capUse).toEqual({ "*:d:2026-12-31": 60, "*:y:2026": 60 });
});

test("case 6: the first and the last hour of New York's 25-hour day share one cap window", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const at = (instant: string, capUsed = {}) =>
    decideAward(
      facts({
        lines: [line(8000)],
        program,
        zone: "America/New_York",
        occurredAt: new Date(instant),
        capUsed,
      }),
    );
  const first = at("2026-11-01T04:30:00Z");
  expect(at("2026-11-02T04:30:00Z", first.capUse).points).toBe(20);
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

test("a minimum spend looks at the rule's own product types: 60.00 of coffee do not make 50.00 of beans", () => {
  const rules = [bonus(20, { when: { productTypes: ["beans"], minimumSpend: 5000 } })];
  expect(pointsOf(rules, { lines: basket({ amount: 6000 }, { amount: 4999, productType: "beans" }) })).toBe(
    0,
  );
  expect(pointsOf(rules, { lines: basket({ amount: 6000 }, { amount: 5000, productType: "beans" }) })).toBe(
    20,
  );
});

test.each([
  ["09:59 on Thursday", "2026-11-19T06:59:00Z", 5],
  ["10:00 on Thursday", "2026-11-19T07:00:00Z", 0],
  ["09:59 on Saturday", "2026-11-21T06:59:00Z", 0],
])("before ten on weekdays, 5 more: at %s (%s) a visit earns %d", (_, instant, points) => {
  const rules = [bonus(5, { when: { hours: { from: "00:00", to: "10:00" }, weekdays: [1, 2, 3, 4, 5] } })];
  expect(pointsOf(rules, { occurredAt: new Date(instant) })).toBe(points);
});

test.each([
  ["Friday 21:59", "2026-11-20T18:59:00Z", 0],
  ["Friday 22:00", "2026-11-20T19:00:00Z", 5],
  ["Saturday 01:59", "2026-11-20T22:59:00Z", 5],
  ["Saturday 02:00", "2026-11-20T23:00:00Z", 0],
  ["Saturday 22:00", "2026-11-21T19:00:00Z", 0],
  ["Friday 01:00", "2026-11-19T22:00:00Z", 0],
])("Friday night from 22:00 to 02:00: at %s (%s) a visit earns %d", (_, instant, points) => {
  const rules = [bonus(5, { when: { hours: { from: "22:00", to: "02:00" }, weekdays: [5] } })];
  expect(pointsOf(rules, { occurredAt: new Date(instant) })).toBe(points);
});

test("dates are local days, the last included: 23:59 on the 30th earns, 00:00 on the 1st does not", () => {
  const rules = [bonus(5, { when: { dates: { from: "2026-11-20", to: "2026-11-30" } } })];
  const at = (instant: string) => pointsOf(rules, { occurredAt: new Date(instant) });
  expect([
    at("2026-11-19T20:59:59Z"),
    at("2026-11-19T21:00:00Z"),
    at("2026-11-30T20:59:59Z"),
    at("2026-11-30T21:00:00Z"),
  ]).toEqual([0, 5, 5, 0]);
});

test("channel and first purchase are conditions like any other", () => {
  const rules = [bonus(5, { when: { channels: ["app"] } }), bonus(100, { when: { firstPurchase: true } })];
  expect(pointsOf(rules)).toBe(0);
  expect(pointsOf(rules, { channel: "app" })).toBe(5);
  expect(pointsOf(rules, { channel: "app", firstPurchase: true })).toBe(105);
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
