import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts } from "./arbitrary-purchase";
import { decideAward } from "./decide-award";
import { basket, everyday, facts, line, programWith, type RuleInput } from "./example-purchase";
import { decideRefund } from "./refund";
import type { RefundedLine, RefundRequest } from "./refund-request";
import type { AwardFacts } from "./types";

/** Returns a purchase bit by bit, as the commands do: what each refund decided goes into the next. */
function returning(purchase: AwardFacts, pointsTendered = 0) {
  const { lines, ...recorded } = purchase;
  const award = decideAward(purchase);
  const refunded = new Map<number, RefundedLine>();
  let credited = award.points;
  return {
    award,
    refund(request: RefundRequest) {
      const alreadyRefunded = [...refunded.values()];
      const decision = decideRefund({
        facts: recorded,
        lines,
        alreadyRefunded,
        pointsTendered,
        credited,
        request,
      });
      if (!decision.ok) return decision;
      credited -= decision.taken;
      for (const { no, quantity, amount } of decision.lines) {
        const known = refunded.get(no);
        refunded.set(no, {
          no,
          quantity: quantity + (known?.quantity ?? 0),
          amount: amount + (known?.amount ?? 0),
        });
      }
      return decision;
    },
  };
}

const ok = <T extends { ok: boolean }>(decision: T): Extract<T, { ok: true }> => {
  if (!decision.ok) throw new Error(JSON.stringify(decision));
  return decision as Extract<T, { ok: true }>;
};
const takenBy = (purchase: ReturnType<typeof returning>, ...requests: RefundRequest[]) =>
  requests.map((request) => ok(purchase.refund(request)).taken);

const bonusOn = (productType: string, points: number): RuleInput => ({
  key: `bonus-${productType}`,
  name: `Bonus on ${productType}`,
  when: { productTypes: [productType] },
  effect: { kind: "bonus", points },
});

test("case 12: 49.95 earned 49; refunding 20.00 takes 49 - 29 = 20, the rest takes 29", () => {
  const purchase = returning(facts({ lines: [line(4995)] }));
  expect(takenBy(purchase, { kind: "amount", amount: 2000 }, { kind: "whole" })).toEqual([20, 29]);
});

test("case 12: 49.95 returned in 4,995 refunds of 0.01 takes all 49, one at a time", () => {
  const purchase = returning(facts({ lines: [line(4995)] }));
  const taken = takenBy(
    purchase,
    ...Array.from({ length: 4995 }, () => ({ kind: "amount", amount: 1 }) as const),
  );
  expect(taken.reduce((a, b) => a + b, 0)).toBe(49);
  expect(Math.max(...taken)).toBe(1);
});

test("case 4: purchases of 60 and 80 earned 60 and 40 of 100; refunding the first takes back 60 and frees 60, so 40 stay counted for the day", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const first = returning(facts({ lines: [line(6000)], program }));
  const second = decideAward(facts({ lines: [line(8000)], program, capUsed: first.award.capUse }));
  const back = ok(first.refund({ kind: "whole" }));
  expect(back).toMatchObject({ taken: 60, capUse: { "*:d:2026-11-19": -60 }, complete: true });
  const counted = 60 + (second.capUse["*:d:2026-11-19"] ?? 0) - 60;
  expect(counted).toBe(40);
  const third = decideAward(facts({ lines: [line(9000)], program, capUsed: { "*:d:2026-11-19": counted } }));
  expect(third.points).toBe(100 - 40);
});

test("a capped purchase gives back only what no longer fits: 80.00 earned 40 of 80; refunding 20.00 leaves 60.00, still 40, takes 0", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const purchase = returning(facts({ lines: [line(8000)], program, capUsed: { "*:d:2026-11-19": 60 } }));
  expect(
    takenBy(purchase, { kind: "amount", amount: 2000 }, { kind: "amount", amount: 3000 }, { kind: "whole" }),
  ).toEqual([0, 10, 30]);
});

test("a refund gives the budget back what it takes: 50.00 at 1 per 1.00 of a budget, half returned, frees 25", () => {
  const program = programWith([{ ...everyday, budget: 1000 }]);
  const back = ok(
    returning(facts({ lines: [line(5000)], program })).refund({ kind: "amount", amount: 2500 }),
  );
  expect(back).toMatchObject({ taken: 25, budgetUse: { everyday: -25 } });
});

test("case 14: what was recorded is reversed: 100 at x1 takes 100, although the rule gives x2 now, or is gone", () => {
  const recorded = facts({ lines: [line(10_000)] });
  const purchase = returning(recorded);
  programWith([{ ...everyday, effect: { kind: "rate", points: 2, per: 100 } }]);
  expect(takenBy(purchase, { kind: "whole" })).toEqual([100]);
});

test("case 14: a Gold member's doubled 200 is taken back as 200, whatever the member is today", () => {
  const double: RuleInput = {
    key: "gold",
    name: "Gold",
    when: { tiers: ["gold"] },
    effect: { kind: "multiplier", factor: 20_000 },
  };
  const purchase = returning(
    facts({ lines: [line(10_000)], program: programWith([everyday, double]), tier: "gold" }),
  );
  expect(takenBy(purchase, { kind: "amount", amount: 5000 }, { kind: "whole" })).toEqual([100, 100]);
});

test("case 15: A 10.00 + bonus 5, B 20.00 + bonus 7, C 10.00: returning C takes back 10 of 52 and no more", () => {
  const program = programWith([everyday, bonusOn("coffee", 5), bonusOn("beans", 7)]);
  const lines = basket(
    { amount: 1000 },
    { amount: 2000, productType: "beans" },
    { amount: 1000, productType: "food" },
  );
  const purchase = returning(facts({ lines, program }));
  expect(purchase.award.points).toBe(52);
  expect(takenBy(purchase, { kind: "lines", lines: [{ no: 3 }] })).toEqual([10]);
  expect(takenBy(purchase, { kind: "lines", lines: [{ no: 1 }] })).toEqual([15]);
});

test("case 16: 100.00 paid as 80.00 and 2,000 points; half returned: 40.00, 1,000 points back, 40 of 80 earned points taken", () => {
  const lines = basket({ amount: 5000 }, { amount: 5000, productType: "food" });
  const purchase = returning(facts({ lines, pointsTender: 2000 }), 2000);
  expect(purchase.award.points).toBe(80);
  const half = { amount: 5000, money: 4000, pointsReturned: 1000, taken: 40 };
  expect(ok(purchase.refund({ kind: "lines", lines: [{ no: 1 }] }))).toMatchObject({
    ...half,
    complete: false,
  });
  expect(ok(purchase.refund({ kind: "whole" }))).toMatchObject({ ...half, complete: true });
});

test("three pieces for 10.00 come back as 3.33, 3.34 and 3.33: the last takes what is left", () => {
  const purchase = returning(facts({ lines: [line(1000, { quantity: 3000 })] }));
  const piece: RefundRequest = { kind: "lines", lines: [{ no: 1, quantity: 1000 }] };
  expect([piece, piece, piece].map((request) => ok(purchase.refund(request)).amount)).toEqual([
    333, 334, 333,
  ]);
});

test("5.00 off a line of three for 30.00, then one piece: 25.00 / 3 = 8.33", () => {
  const purchase = returning(facts({ lines: [line(3000, { quantity: 3000 })] }));
  ok(purchase.refund({ kind: "lines", lines: [{ no: 1, amount: 500 }] }));
  expect(ok(purchase.refund({ kind: "lines", lines: [{ no: 1, quantity: 1000 }] })).amount).toBe(833);
});

test("an amount is spread over what is left of the lines: 10.00 of 30.00 + 10.00 is 7.50 + 2.50", () => {
  const purchase = returning(facts({ lines: basket({ amount: 3000 }, { amount: 1000 }) }));
  expect(ok(purchase.refund({ kind: "amount", amount: 1000 })).lines.map((one) => one.amount)).toEqual([
    750, 250,
  ]);
});

test.each<[string, RefundRequest, string, string]>([
  ["60.00 of 50.00", { kind: "amount", amount: 6000 }, "amount", "refund.over_amount"],
  ["0.00", { kind: "amount", amount: 0 }, "amount", "refund.nothing"],
  [
    "two pieces of one",
    { kind: "lines", lines: [{ no: 1, quantity: 2000 }] },
    "lines.0.quantity",
    "refund.over_quantity",
  ],
  [
    "more than the line cost",
    { kind: "lines", lines: [{ no: 1 }, { no: 2, amount: 2001 }] },
    "lines.1.amount",
    "refund.over_amount",
  ],
  ["a line that is not there", { kind: "lines", lines: [{ no: 3 }] }, "lines.0.id", "refund.unknown_line"],
  ["a line twice", { kind: "lines", lines: [{ no: 1 }, { no: 1 }] }, "lines.1.id", "repeated"],
  ["no piece", { kind: "lines", lines: [{ no: 1, quantity: 0 }] }, "lines.0.quantity", "refund.nothing"],
])("refunding %s is refused, and the field is named", (_, request, path, code) => {
  const purchase = returning(facts({ lines: basket({ amount: 3000 }, { amount: 2000 }) }));
  expect(purchase.refund(request)).toMatchObject({ ok: false, fields: [{ path, code }] });
});

test("what is back already cannot come back again", () => {
  const purchase = returning(facts({ lines: basket({ amount: 3000 }, { amount: 2000 }) }));
  ok(purchase.refund({ kind: "lines", lines: [{ no: 1 }] }));
  expect(purchase.refund({ kind: "lines", lines: [{ no: 1 }] })).toMatchObject({
    ok: false,
    code: "over_refund",
    fields: [{ path: "lines.0.id" }],
  });
  ok(purchase.refund({ kind: "whole" }));
  expect(purchase.refund({ kind: "whole" })).toMatchObject({
    ok: false,
    code: "over_refund",
    fields: [{ code: "refund.nothing_left" }],
  });
});

test("any purchase, returned in any pieces: nothing is left behind of points, money, tender, caps or budgets", () => {
  const pieces = fc.array(
    fc.record({
      line: fc.nat(4),
      part: fc.integer({ min: 1, max: 100 }),
      by: fc.constantFrom("amount", "quantity", "basket"),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anyFacts, pieces, fc.nat(5000), (purchase, steps, pointsTendered) => {
      const total = purchase.lines.reduce((sum, one) => sum + one.amount, 0);
      const tendered = purchase.pointsTender > 0 ? pointsTendered : 0;
      const run = returning(purchase, tendered);
      const back = {
        amount: 0,
        money: 0,
        points: 0,
        taken: 0,
        use: { ...run.award.capUse, ...run.award.budgetUse } as Record<string, number>,
      };
      const count = (decision: ReturnType<typeof run.refund>) => {
        if (!decision.ok) return;
        expect(decision.money).toBeGreaterThanOrEqual(0);
        expect(decision.pointsReturned).toBeGreaterThanOrEqual(0);
        back.amount += decision.amount;
        back.money += decision.money;
        back.points += decision.pointsReturned;
        back.taken += decision.taken;
        for (const [key, change] of Object.entries({ ...decision.capUse, ...decision.budgetUse })) {
          back.use[key] = (back.use[key] ?? 0) + change;
        }
        expect(back.taken).toBeLessThanOrEqual(run.award.points);
      };
      for (const { line: index, part, by } of steps) {
        const one = purchase.lines[index % purchase.lines.length] ?? line(0);
        if (by === "basket") count(run.refund({ kind: "amount", amount: Math.ceil((total * part) / 300) }));
        else if (by === "amount")
          count(
            run.refund({
              kind: "lines",
              lines: [{ no: one.no, amount: Math.ceil((one.amount * part) / 100) }],
            }),
          );
        else
          count(
            run.refund({
              kind: "lines",
              lines: [{ no: one.no, quantity: Math.ceil((one.quantity * part) / 100) }],
            }),
          );
      }
      count(run.refund({ kind: "whole" }));
      expect(back).toMatchObject({
        amount: total,
        money: total - purchase.pointsTender,
        points: total === 0 ? 0 : tendered,
        taken: run.award.points,
      });
      expect(Object.values(back.use).every((used) => used === 0)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
