import { expect, test } from "vitest";
import { programSchema } from "../schemas";
import { comparePrograms } from "./compare-programs";

const tiers = [
  { key: "silver", name: "Silver" },
  { key: "gold", name: "Gold" },
];
const early = { key: "early", name: "Before ten", effect: { kind: "bonus", points: 5 } };
const base = { key: "base", name: "Everything", effect: { kind: "rate", points: 1, per: 100 } };
const program = (rules: object[], more: object = {}) =>
  programSchema.parse({ tiers, ...more, earning: { rules } });

test("a program differs from itself in nothing, nor from the same rules in another order", () => {
  expect(comparePrograms(program([base, early]), program([early, base]))).toEqual([]);
});

test("5 points became 10, and a cap of 10 a day came: each named by the rule's key", () => {
  const after = { ...early, effect: { kind: "bonus", points: 10 }, caps: [{ per: "day", points: 10 }] };
  expect(comparePrograms(program([base, early]), program([base, after]))).toEqual([
    { path: "earning.rules.early.effect.points", before: 5, after: 10 },
    { path: "earning.rules.early.caps", before: undefined, after: [{ per: "day", points: 10 }] },
  ]);
});

test("a new rule and one that is gone are each one change", () => {
  expect(comparePrograms(program([base]), program([early]))).toEqual([
    { path: "earning.rules.early", before: undefined, after: early },
    { path: "earning.rules.base", before: base, after: undefined },
  ]);
});

test("the order of tiers is their rank, so it is a change", () => {
  expect(comparePrograms(program([]), program([], { tiers: tiers.toReversed() }))).toEqual([
    { path: "tiers (order)", before: ["silver", "gold"], after: ["gold", "silver"] },
  ]);
});

test("the order of product types is that of the till's buttons, so it is a change", () => {
  const [tea, cake] = ["tea", "cake"].map((key) => ({ key, name: key }));
  const selling = (...productTypes: unknown[]) => program([], { productTypes });
  expect(comparePrograms(selling(tea, cake), selling(cake, tea))).toEqual([
    { path: "productTypes (order)", before: ["tea", "cake"], after: ["cake", "tea"] },
  ]);
});

test("the order of rewards is what members see, so it is a change, told beside a reward that came", () => {
  const [tea, cake, mug] = ["tea", "cake", "mug"].map((key) => ({
    key,
    name: key,
    price: { kind: "points", points: 10 },
    gives: { kind: "product" },
  }));
  const rewards = (...list: unknown[]) => program([], { rewards: list });
  expect(comparePrograms(rewards(tea, cake), rewards(cake, mug, tea))).toEqual([
    { path: "rewards.mug", before: undefined, after: rewards(mug).rewards[0] },
    { path: "rewards (order)", before: ["tea", "cake"], after: ["cake", "mug", "tea"] },
  ]);
  expect(comparePrograms(rewards(tea, cake), rewards(tea, mug, cake))).toHaveLength(1);
});

test("a setting that changed kind is told by its parts", () => {
  expect(comparePrograms(program([]), program([], { expiry: { kind: "after", months: 6 } }))).toEqual([
    { path: "expiry.kind", before: "never", after: "after" },
    { path: "expiry.months", before: undefined, after: 6 },
  ]);
});

test("a rule that is called constructor comes and goes like any other", () => {
  const named = { ...early, key: "constructor" };
  const path = "earning.rules.constructor";
  expect(comparePrograms(program([base]), program([base, named]))).toEqual([
    { path, before: undefined, after: named },
  ]);
  expect(comparePrograms(program([base, named]), program([base]))).toEqual([
    { path, before: named, after: undefined },
  ]);
});
