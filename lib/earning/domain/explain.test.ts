import { expect, test } from "vitest";
import { decideAward } from "./decide-award";
import { basket, facts, programWith, type RuleInput } from "./example-purchase";
import { explainAward, explainItem, explanationContext } from "./explain";
import type { AwardFacts } from "./types";

const rules: RuleInput[] = [
  { key: "base", name: "Everything", effect: { kind: "rate", points: 1, per: 1000 } },
  {
    key: "gold",
    name: "Coffee for Gold",
    when: { productTypes: ["coffee"], tiers: ["gold"] },
    effect: { kind: "multiplier", factor: 20_000 },
  },
  {
    key: "early",
    name: "Before ten on a weekday",
    when: { hours: { from: "00:00", to: "10:00" }, weekdays: [1, 2, 3, 4, 5] },
    effect: { kind: "bonus", points: 5 },
  },
];
const breakfast = basket({ amount: 16_000 }, { amount: 10_000, productType: "food" });
const shop = { locale: "en", currency: "TRY" } as const;

function explained(more: Partial<AwardFacts> = {}, list = rules, locale: "en" | "tr" = "en", earning = {}) {
  const program = programWith(list, { earning });
  const { items } = decideAward(facts({ lines: breakfast, tier: "gold", program, ...more }));
  return explainAward(items, explanationContext(program, { ...shop, locale }));
}

test("47 points: 16 + 16 for coffee, 10 for börek, 5 for coming before ten", () => {
  const { sentence, rows } = explained();
  expect(sentence).toBe("47 points: 32 for coffee, doubled for Gold; 10 for börek; 5 for coming before ten.");
  expect(rows).toEqual([
    { label: "Coffee, ₺160.00", points: 16 },
    { label: "doubled for Gold", points: 16, sub: true },
    { label: "Börek, ₺100.00", points: 10 },
    { label: "Before ten on a weekday", points: 5 },
  ]);
});

test("the same in Turkish, no suffix glued to a name", () => {
  expect(explained({}, rules, "tr").sentence).toBe(
    "47 puan: coffee için 32, Gold seviyesi için iki katı; börek için 10; saat 10:00 öncesi ziyaret için 5.",
  );
});

test("what was capped, excluded, paid with points and missed is said", () => {
  const lines = [
    ...breakfast,
    ...basket({ amount: 5000, productType: "gift-card" }).map((one) => ({ ...one, no: 3 })),
  ];
  const big: RuleInput = {
    key: "big",
    name: "Big basket",
    when: { minimumSpend: 40_000 },
    effect: { kind: "bonus", points: 60 },
  };
  const { sentence, missed } = explained({ lines, pointsTender: 3100 }, [...rules, big], "en", {
    caps: [{ per: "month", points: 30 }],
  });
  expect(sentence).toBe(
    "30 points: 28 for coffee, doubled for Gold; 9 for börek; 5 for coming before ten; none for gift cards; " +
      "none for the ₺31.00 paid with points; 12 fewer, as the most is 30 a month.",
  );
  expect(missed).toEqual([]);
  expect(explained({}, [...rules, big]).missed).toEqual([
    "“Big basket” would have given 60 more for another ₺140.00.",
  ]);
});

test("a multiplier on everything is said once, by its name", () => {
  const week: RuleInput = {
    key: "week",
    name: "Opening week",
    effect: { kind: "multiplier", factor: 11_500 },
  };
  const base: RuleInput = { key: "base", name: "Everything", effect: { kind: "rate", points: 1, per: 100 } };
  expect(explained({}, [base, week]).sentence).toBe(
    "299 points: 160 for coffee; 100 for börek; 39 more, everything times 1.15 by “Opening week”.",
  );
});

test("a budget that ran out and a rule's own cap are told apart", () => {
  const once: RuleInput = {
    key: "once",
    name: "Once a day",
    effect: { kind: "bonus", points: 20 },
    caps: [{ per: "day", points: 20 }],
  };
  const gone: RuleInput = {
    key: "gone",
    name: "Launch",
    effect: { kind: "bonus", points: 50 },
    budget: 1000,
  };
  const { sentence } = explained({ capUsed: { "once:d:2026-11-19": 15 }, budgetUsed: { gone: 970 } }, [
    once,
    gone,
  ]);
  expect(sentence).toBe(
    "35 points: 50 for “Launch”; 20 for “Once a day”; 20 fewer, as “Launch” has given all that it had; " +
      "15 fewer, as “Once a day” gives at most 20 a day.",
  );
});

test("one point is a point, none needs no reason, and a shop's own word is used", () => {
  const program = programWith([]);
  const context = explanationContext(program, shop);
  const one = [{ kind: "bonus", rule: "x", name: "Hello", points: 1 } as const];
  expect(explainAward([], context).sentence).toBe("0 points.");
  expect(explainAward(one, context).sentence).toBe("1 point: 1 for “Hello”.");
  expect(explainAward(one, { ...context, pointName: { one: "bean", other: "beans" } }).sentence).toBe(
    "1 bean: 1 for “Hello”.",
  );
});

test("each line is a sentence for the API, and a type that the program does not know goes by its key", () => {
  const context = explanationContext(programWith(rules), shop);
  const say = (item: Parameters<typeof explainItem>[0]) => explainItem(item, context);
  expect(
    say({ kind: "rate", rule: "base", name: "Everything", productType: "DRUG GM", amount: 3240, points: 32 }),
  ).toBe("32 for ₺32.40 of DRUG GM.");
  expect(
    say({ kind: "multiplier", rule: "gold", name: "x", productType: "coffee", factor: 20_000, points: 16 }),
  ).toBe("16 more for coffee, doubled for Gold.");
  expect(say({ kind: "cap", rule: null, per: "day", limit: 1000, points: -40 })).toBe(
    "40 fewer, as the most is 1,000 a day.",
  );
  expect(say({ kind: "excluded", productType: "gift-card", amount: 100, points: 0 })).toBe(
    "None for gift cards.",
  );
});
