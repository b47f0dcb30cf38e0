import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts } from "./arbitrary-purchase";
import { decideAward } from "./decide-award";
import { explainAward, explanationContext } from "./explain";

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

test("the explanation adds up to the award, the parts too, and none of them is negative", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decideAward(facts);
      expect(sum(decision.items.map((item) => item.points))).toBe(decision.points);
      expect(sum(decision.parts.map((part) => part.points))).toBe(decision.points);
      expect(decision.parts.every((part) => part.points > 0)).toBe(true);
      expect(decision.points).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test("the rows of the price list add up to the award, in both languages", () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom("en" as const, "tr" as const), (facts, locale) => {
      const { items, points } = decideAward(facts);
      const { rows } = explainAward(items, explanationContext(facts.program, { locale, currency: "TRY" }));
      expect(sum(rows.map((row) => row.points))).toBe(points);
    }),
  );
});

test("no cap and no budget is ever used beyond its limit", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { capUse, budgetUse, points } = decideAward(facts);
      const { rules, caps } = facts.program.earning;
      for (const [key, use] of Object.entries(capUse)) {
        const [owner, period = ""] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
        const limits = owner === "*" ? caps : (rules.find((rule) => rule.key === owner)?.caps ?? []);
        const per = { d: "day", m: "month", e: "ever" }[period.charAt(0)];
        const limit = limits.find((cap) => cap.per === per)?.points ?? Number.NaN;
        expect(use + (facts.capUsed[key] ?? 0)).toBeLessThanOrEqual(limit);
        expect(use).toBeGreaterThan(0);
        if (owner === "*") expect(use).toBe(points);
      }
      for (const [key, use] of Object.entries(budgetUse)) {
        const budget = rules.find((rule) => rule.key === key)?.budget ?? Number.NaN;
        expect(use + (facts.budgetUsed[key] ?? 0)).toBeLessThanOrEqual(budget);
      }
    }),
    { numRuns: 300 },
  );
});

test("rules in another order, under other names, earn the same", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { rules } = facts.program.earning;
      const renamed = rules.toReversed().map((rule) => ({ ...rule, name: `Another ${rule.name}` }));
      const program = { ...facts.program, earning: { ...facts.program.earning, rules: renamed } };
      expect(decideAward({ ...facts, program }).points).toBe(decideAward(facts).points);
    }),
    { numRuns: 300 },
  );
});

test("lines of one product type may be split or joined: the purchase earns the same", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const lines = facts.lines.flatMap((line) => {
        // A half that costs nothing is given away: its discount earns nothing, unlike that of what it is a half of.
        if (line.amount < 2) return [line];
        const half = {
          ...line,
          amount: Math.floor(line.amount / 2),
          tax: Math.floor(line.tax / 2),
          discount: Math.floor(line.discount / 2),
        };
        const rest = {
          ...line,
          amount: line.amount - half.amount,
          tax: line.tax - half.tax,
          discount: line.discount - half.discount,
        };
        return [half, rest];
      });
      const without = { ...facts, pointsTender: 0 };
      expect(decideAward({ ...without, lines }).points).toBe(decideAward(without).points);
    }),
  );
});

test("the decision is the same each time it is made, also on facts that went through JSON", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const again = { ...JSON.parse(JSON.stringify(facts)), occurredAt: facts.occurredAt };
      expect(decideAward(again)).toEqual(decideAward(facts));
    }),
  );
});
