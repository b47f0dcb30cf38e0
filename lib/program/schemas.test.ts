import { expect, test } from "vitest";
import { emptyProgram, type ProgramInput, programSchema } from "./schemas";

const refusals = (input: unknown): string[] => {
  const result = programSchema.safeParse(input);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
};
const withRule = (rule: object, more: object = {}): unknown => ({
  ...more,
  earning: { rules: [{ key: "rule", name: "Rule", effect: { kind: "bonus", points: 1 }, ...rule }] },
});

test("a file of one rule is a program; everything else has its default", () => {
  const input: ProgramInput = {
    earning: { rules: [{ key: "base", name: "Everything", effect: { kind: "rate", points: 1, per: 100 } }] },
  };
  expect(programSchema.parse(input)).toEqual({
    productTypes: [],
    tiers: [],
    rewards: [],
    qualification: { window: { kind: "rolling", months: 12 }, graceDays: 30, leaving: "step" },
    earning: {
      basis: { tax: "gross", discounts: "after" },
      rounding: "down",
      stacking: "best",
      holdDays: 0,
      caps: [],
      rules: input.earning?.rules,
    },
    activities: [],
    expiry: { kind: "never" },
    warnings: { days: [30, 7, 1] },
    mail: { quietHours: { from: "21:00", to: "09:00" } },
    refunds: { policy: "debt", graceDays: 30 },
    pointValue: { points: 100, amount: 100 },
    payment: { enabled: true, minimum: 1, multiple: 1, share: 10_000 },
    enrolment: { universalDefault: false },
    gifts: { enabled: true, acceptDays: 14 },
    adjustments: { approvalAbove: 1000 },
  });
});

test("nothing at all is a program that awards nothing, and a program read back is the same program", () => {
  expect(programSchema.parse(JSON.parse(JSON.stringify(emptyProgram())))).toEqual(emptyProgram());
});

test("a name that is spelt wrong is refused, not dropped: holdDay", () => {
  expect(refusals({ earning: { holdDay: 3 } })).toHaveLength(1);
  expect(refusals({ expiry: { kind: "after", months: 6, days: 1 } })).toHaveLength(1);
});

test("a rule names product types and tiers that exist, and the refusal says which does not", () => {
  const rule = { when: { productTypes: ["coffee", "tea"], tiers: ["gold"] } };
  const program = withRule(rule, { productTypes: [{ key: "coffee", name: "Coffee" }] });
  expect(refusals(program)).toEqual([
    "earning.rules.0.when.productTypes.1: program.unknown_product_type",
    "earning.rules.0.when.tiers.0: program.unknown_tier",
  ]);
});

test("keys are unique where they are told apart by them, and so are the periods of caps", () => {
  const twice = [
    { key: "a", name: "A" },
    { key: "a", name: "B" },
  ];
  const caps = [
    { per: "day", points: 1 },
    { per: "day", points: 2 },
  ];
  const rule = { name: "Rule", effect: { kind: "bonus", points: 1 } };
  expect(
    refusals({
      productTypes: twice,
      tiers: twice,
      earning: {
        caps,
        rules: [
          { key: "r", ...rule, caps },
          { key: "r", ...rule },
        ],
      },
    }),
  ).toEqual([
    "productTypes.1.key: repeated",
    "tiers.1.key: repeated",
    "earning.rules.1.key: repeated",
    "earning.caps.1.per: repeated",
    "earning.rules.0.caps.1.per: repeated",
  ]);
});

test.each([
  ["25:00 is no hour", { when: { hours: { from: "08:00", to: "25:00" } } }, "earning.rules.0.when.hours.to"],
  [
    "24:00 does not begin a window",
    { when: { hours: { from: "24:00", to: "08:00" } } },
    "earning.rules.0.when.hours.from",
  ],
  [
    "a window from 8 to 8 is empty",
    { when: { hours: { from: "08:00", to: "08:00" } } },
    "earning.rules.0.when.hours.to",
  ],
  ["31 February is no day", { when: { dates: { from: "2026-02-31" } } }, "earning.rules.0.when.dates.from"],
  [
    "dates end after they begin",
    { when: { dates: { from: "2026-03-02", to: "2026-03-01" } } },
    "earning.rules.0.when.dates.to",
  ],
  ["dates have an end at least on one side", { when: { dates: {} } }, "earning.rules.0.when.dates"],
  ["weekdays go from 1 to 7", { when: { weekdays: [0] } }, "earning.rules.0.when.weekdays.0"],
  ["each once", { when: { weekdays: [1, 1] } }, "earning.rules.0.when.weekdays.1"],
  [
    "a list of nothing is left out instead",
    { when: { productTypes: [] } },
    "earning.rules.0.when.productTypes",
  ],
  ["half a point is none", { effect: { kind: "bonus", points: 0.5 } }, "earning.rules.0.effect.points"],
  ["a bonus gives something", { effect: { kind: "bonus", points: -5 } }, "earning.rules.0.effect.points"],
  [
    "points are given per something",
    { effect: { kind: "rate", points: 1, per: 0 } },
    "earning.rules.0.effect.per",
  ],
  [
    "a multiplier makes more of it",
    { effect: { kind: "multiplier", factor: 9999 } },
    "earning.rules.0.effect.factor",
  ],
  ["effects are of three kinds", { effect: { kind: "lottery", points: 1 } }, "earning.rules.0.effect.kind"],
  ["a key has no colon, keys are joined with one", { key: "a:b" }, "earning.rules.0.key"],
  ["a name is not empty", { name: "  " }, "earning.rules.0.name"],
  ["a name has no control characters", { name: "a\u0000b" }, "earning.rules.0.name"],
  ["not a number is none", { budget: Number.NaN }, "earning.rules.0.budget"],
])("%s", (_, rule, path) => {
  expect(refusals(withRule(rule)).map((refusal) => refusal.split(":")[0])).toEqual([path]);
});

test("a window may run past midnight, a rate may give nothing, a key may be written in any script", () => {
  const productTypes = [
    { key: "kahve çekirdeği", name: "☕ Kahve" },
    { key: "DRUG GM", name: "Drug" },
    { key: "MEAT-PCKGD", name: "Meat" },
  ];
  const when = { hours: { from: "22:00", to: "02:00" }, productTypes: ["kahve çekirdeği"] };
  expect(refusals(withRule({ when, effect: { kind: "rate", points: 0, per: 1 } }, { productTypes }))).toEqual(
    [],
  );
});

test("points last longer in tiers that exist, each named once; days are told once, and quiet hours have a length", () => {
  const tiers = [{ key: "gold", name: "Gold" }];
  const longer = [
    { tier: "gold", months: 6 },
    { tier: "gold", months: 7 },
    { tier: "platin", months: 1 },
  ];
  expect(refusals({ tiers, expiry: { kind: "inactivity", months: 12, longer } })).toEqual([
    "expiry.longer.1.tier: repeated",
    "expiry.longer.2.tier: program.unknown_tier",
  ]);
  expect(refusals({ warnings: { days: [30, 30] } })).toEqual(["warnings.days.1: repeated"]);
  expect(refusals({ mail: { quietHours: { from: "21:00", to: "21:00" } } })).toEqual([
    "mail.quietHours.to: program.hours",
  ]);
  expect(refusals({ mail: { quietHours: { from: "24:00", to: "9:00" } } })).toHaveLength(2);
  expect(refusals({ mail: { quietHours: null }, warnings: { days: [] } })).toEqual([]);
});

test("what a tier gives must exist, and be given with a tier: each fault names its field", () => {
  const reward = (key: string, price: object) => ({ key, name: key, gives: { kind: "product" }, price });
  const program = {
    tiers: [{ key: "gold", name: "Gold", needs: { points: 1000 }, rewards: ["cup", "tea", "mug"] }],
    rewards: [
      reward("tea", { kind: "points", points: 100 }),
      reward("mug", { kind: "granted", on: ["birthday", "tier"] }),
    ],
  };
  expect(refusals(program)).toEqual([
    "tiers.0.rewards.0: program.unknown_reward",
    "tiers.0.rewards.1: program.reward_not_with_tier",
  ]);
});
