import { expect, test } from "vitest";
import type { Program } from "@/lib/program/schemas";
import { bonus, everyday, facts, line, morning, programWith } from "./example-purchase";
import { type PastPurchase, rehearsalOf } from "./rehearse";

const day = 86_400_000;

function rehearse(purchases: PastPurchase[], program: Program) {
  const rehearsal = rehearsalOf(program);
  for (const purchase of purchases) rehearsal.add(purchase);
  return rehearsal.given;
}

const bought = (
  memberId: string,
  amount: number,
  { daysLater = 0, ...more }: Partial<ReturnType<typeof facts>> & { daysLater?: number } = {},
) => {
  const lines = [line(amount)];
  const { program: _, ...known } = facts({
    occurredAt: new Date(morning.getTime() + daysLater * day),
    ...more,
    lines,
  });
  return { memberId, facts: known, lines };
};

test("50.00 and 30.00 of one and 10.00 of another at 1 per 1.00 and 5 a visit: 90 and 15", () => {
  const given = rehearse(
    [bought("a", 5000), bought("b", 1000), bought("a", 3000)],
    programWith([everyday, bonus(5)]),
  );
  expect(Object.fromEntries(given)).toEqual({ a: 90, b: 15 });
});

test("at most 60 a day, of which 20 were used before: 50.00 and 30.00 give 40 and nothing, the next day 30", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 60 }] } });
  const before = { capUsed: { "*:d:2026-11-19": 20 } };
  const given = rehearse(
    [bought("a", 5000, before), bought("a", 3000, before), bought("a", 3000, { daysLater: 1 })],
    program,
  );
  expect(given.get("a")).toBe(40 + 0 + 30);
});

test("a budget of 100 for all, 70 of it given before: the first takes 20, the second the 10 that are left", () => {
  const program = programWith([bonus(20, { budget: 100 })]);
  const before = { budgetUsed: { "bonus-20": 70 } };
  const given = rehearse([bought("a", 1000, before), bought("b", 1000, before)], program);
  expect(Object.fromEntries(given)).toEqual({ a: 20, b: 10 });
});

test("double for Gold: who was Gold then and came again without it earns 20 and 10 for twice 10.00", () => {
  const double = {
    key: "double",
    name: "Double",
    when: { tiers: ["gold"] },
    effect: { kind: "multiplier" as const, factor: 20_000 },
  };
  const given = rehearse(
    [bought("a", 1000, { tier: "gold" }), bought("a", 1000, { daysLater: 1 })],
    programWith([everyday, double]),
  );
  expect(given.get("a")).toBe(30);
});
