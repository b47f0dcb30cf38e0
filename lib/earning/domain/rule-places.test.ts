import { expect, test } from "vitest";
import { bonus, everyday, programWith, type RuleInput, times } from "./example-purchase";
import { rulePlaces } from "./rule-places";

const rate = (key: string, points: number, when?: RuleInput["when"]): RuleInput => ({
  key,
  name: key,
  ...(when ? { when } : {}),
  effect: { kind: "rate", points, per: 100 },
});

const places = (...rules: RuleInput[]) => Object.fromEntries(rulePlaces(programWith(rules)));

test("1 for everything, 2 for beans: beans earn by their own rule instead of the first, and a bonus stands for itself", () => {
  expect(places(everyday, rate("beans", 2, { productTypes: ["beans"] }), bonus(5))).toEqual({
    everyday: { kind: "all" },
    beans: { kind: "instead", of: ["everyday"], less: false },
  });
});

test("a rate that names food counts instead of the general one although it gives 1 where that gives 3", () => {
  expect(places(rate("all", 3), rate("food", 1, { productTypes: ["food"] })).food).toEqual({
    kind: "instead",
    of: ["all"],
    less: true,
  });
});

test("of two general rates the 2 for Gold counts instead of the 1 for everybody; Gold's and Silver's never meet", () => {
  const gold = rate("gold", 3, { tiers: ["gold"] });
  const silver = rate("silver", 2, { tiers: ["silver"] });
  expect(places(everyday, gold, silver)).toMatchObject({
    gold: { of: ["everyday"] },
    silver: { of: ["everyday"] },
  });
});

test("double coffee multiplies what the general rate gave, until coffee always has a rate of its own", () => {
  const double = times(20_000, { key: "double", when: { productTypes: ["coffee"] } });
  expect(places(everyday, double).double).toEqual({ kind: "multiplies", rates: ["everyday"] });
  const coffee = rate("coffee", 2, { productTypes: ["coffee"] });
  expect(places(everyday, coffee, double).double).toEqual({ kind: "multiplies", rates: ["coffee"] });
  const weekend = rate("coffee", 2, { productTypes: ["coffee"], weekdays: [6, 7] });
  expect(places(everyday, weekend, double).double).toEqual({
    kind: "multiplies",
    rates: ["coffee", "everyday"],
  });
});

test("a multiplier that no rate meets multiplies nothing", () => {
  const beans = rate("beans", 1, { productTypes: ["beans"] });
  expect(places(beans, times(20_000, { key: "double", when: { productTypes: ["coffee"] } })).double).toEqual({
    kind: "multiplies",
    rates: [],
  });
});
