import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programSchema } from "@/lib/program/schemas";
import { mostPoints, payWithPoints } from "./pay-with-points";

const program = (payment: object, pointValue = { points: 100, amount: 100 }) =>
  programSchema.parse({ payment, pointValue });

describe("paying with points", () => {
  test("100 points are 1.00: 2,000 pay 20.00 of 100.00, and none pay nothing", () => {
    expect(payWithPoints(program({}), 10_000, 2000)).toEqual({ ok: true, amount: 2000 });
    expect(payWithPoints(program({ enabled: false }), 10_000, 0)).toEqual({ ok: true, amount: 0 });
  });

  test("10 points are 4.00: 25 pay 10.00, and what is left of a kuruş is not paid: 3 points of 7 for 1.00 pay 0.42", () => {
    expect(payWithPoints(program({}, { points: 10, amount: 400 }), 10_000, 25)).toEqual({
      ok: true,
      amount: 1000,
    });
    expect(payWithPoints(program({}, { points: 7, amount: 100 }), 10_000, 3)).toEqual({
      ok: true,
      amount: 42,
    });
  });

  test.each([
    [{ enabled: false }, 500, "tender.off", undefined],
    [{ minimum: 500 }, 499, "tender.minimum", { minimum: 500 }],
    [{ multiple: 100 }, 250, "tender.multiple", { multiple: 100 }],
    [{ share: 5000 }, 5001, "tender.share", { most: 5000 }],
    [{ share: 3333, multiple: 100 }, 3400, "tender.share", { most: 3300 }],
    [{}, 10_001, "tender.over_basket", undefined],
  ])("%j, a basket of 100.00 and %i points: %s", (payment, points, code, params) => {
    const refused = payWithPoints(program(payment), 10_000, points);
    expect(refused).toEqual(params ? { ok: false, code, params } : { ok: false, code });
  });

  test("half of 100.00 by 300 at a time: at most 4,800; a minimum of 6,000 leaves nothing to pay with", () => {
    expect(mostPoints(program({ share: 5000, multiple: 300 }), 10_000)).toBe(4800);
    expect(mostPoints(program({ share: 5000, minimum: 6000 }), 10_000)).toBe(0);
  });

  test("by 100 at a time, 512 there: 500; 99 there, 512 owed, or 512 below a minimum of 600: none", () => {
    const terms = program({ multiple: 100 });
    expect(mostPoints(terms, 10_000, 512)).toBe(500);
    expect(mostPoints(terms, 10_000, 99)).toBe(0);
    expect(mostPoints(terms, 10_000, -512)).toBe(0);
    expect(mostPoints(program({ minimum: 600 }), 10_000, 512)).toBe(0);
    expect(mostPoints(program({}, { points: 7, amount: 100 }), 10_000, 3)).toBe(3);
    expect(mostPoints(program({}, { points: 10, amount: 1 }), 10_000, 19)).toBe(10);
  });

  test("whatever the terms, the most that may pay does pay, and more is refused or pays no more", () => {
    const terms = fc.record({
      minimum: fc.integer({ min: 1, max: 500 }),
      multiple: fc.integer({ min: 1, max: 300 }),
      share: fc.integer({ min: 1, max: 10_000 }),
    });
    const value = fc.record({
      points: fc.integer({ min: 1, max: 1000 }),
      amount: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(terms, value, fc.integer({ min: 0, max: 10_000_000 }), (payment, pointValue, basket) => {
        const terms = program(payment, pointValue);
        const most = mostPoints(terms, basket);
        expect(payWithPoints(terms, basket, most).ok).toBe(true);
        const paid = payWithPoints(terms, basket, most);
        for (const steps of [1, 2, 10]) {
          const more = payWithPoints(terms, basket, most + steps * payment.multiple);
          if (most > 0 && more.ok) expect(more).toEqual(paid);
        }
      }),
    );
  });
});
