import { expect, test } from "vitest";
import { type Rule, ruleSchema } from "@/lib/program/schemas";
import { keyFor, newRule, readRule, typedRule } from "./rule-form";

const place = { currency: "TRY", locale: "en" };

const everything: Rule = {
  key: "early",
  name: "Before ten on a weekday",
  when: {
    productTypes: ["coffee"],
    tiers: ["gold"],
    weekdays: [1, 2, 3, 4, 5],
    hours: { from: "00:00", to: "10:00" },
    dates: { from: "2026-01-01", to: "2026-12-31" },
    channels: ["store", "app"],
    minimumSpend: 5_000,
    firstPurchase: true,
  },
  effect: { kind: "rate", points: 2, per: 1_000 },
  caps: [{ per: "day", points: 100 }],
  budget: 10_000,
  holdDays: 2,
};

test("what a rule says stands in its form, and the form says the same rule again, in both languages", () => {
  const rules: Rule[] = [
    everything,
    { key: "double", name: "Double", effect: { kind: "multiplier", factor: 11_500 } },
    {
      key: "five",
      name: "Five",
      when: { hours: { from: "22:00", to: "24:00" } },
      effect: { kind: "bonus", points: 5 },
    },
  ];
  for (const locale of ["en", "tr"]) {
    for (const rule of rules) {
      const read = readRule(typedRule(rule, { currency: "TRY", locale }), rule.key, {
        currency: "TRY",
        locale,
      });
      expect(read).toEqual({ ok: true, rule: ruleSchema.parse(rule) });
    }
  }
});

test("the till ticked, app and the till typed beside it: at the till and in the app, each once", () => {
  const typed = { ...newRule, kind: "bonus" as const, name: "Here", points: "5" };
  const where = (places: string[], channels: string) =>
    readRule({ ...typed, places, channels }, "here", place);
  expect(where(["store"], " app, store ,")).toMatchObject({ rule: { when: { channels: ["store", "app"] } } });
  expect(where([], "app")).toMatchObject({ rule: { when: { channels: ["app"] } } });
  expect(where([], " ")).not.toHaveProperty("rule.when");
});

test("1 point for every 10.00 and nothing else is a rule without conditions", () => {
  expect(readRule({ ...newRule, name: "Every ten", points: "1", per: "10" }, "every-ten", place)).toEqual({
    ok: true,
    rule: { key: "every-ten", name: "Every ten", effect: { kind: "rate", points: 1, per: 1_000 } },
  });
});

test("x1.15 is 11,500 basis points with either decimal mark; x0 is none at all", () => {
  const factor = (text: string) =>
    readRule({ ...newRule, kind: "multiplier", name: "More", factor: text }, "more", place);
  for (const text of ["1.15", "1,15"])
    expect(factor(text)).toMatchObject({ rule: { effect: { factor: 11_500 } } });
  expect(factor("0")).toMatchObject({ rule: { effect: { factor: 0 } } });
  expect(factor("twice")).toEqual({ ok: false, faults: { factor: "factor" } });
});

test("each field that cannot be read is named: no name, half a point, no amount, a cap of words", () => {
  const typed = {
    ...newRule,
    points: "0.5",
    per: "",
    caps: [{ per: "day" as const, points: "many" }],
  };
  expect(readRule(typed, "x", place)).toEqual({
    ok: false,
    faults: { name: "missing", points: "whole", per: "missing", "caps.0": "whole" },
  });
});

test("a key is made from the name, in any script, and never one that is taken", () => {
  expect(keyFor("Double for Gold!", [])).toBe("double-for-gold");
  expect(keyFor("Sabah kahvesi, çift", ["sabah-kahvesi-çift"])).toBe("sabah-kahvesi-çift-2");
  expect(keyFor("!!!", ["new"])).toBe("new-2");
});
