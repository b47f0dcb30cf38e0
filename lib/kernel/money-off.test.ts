import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMoneyOff, type MoneyOff, nothingOff, takenOff } from "./money-off";

const line = (amount: number, productType = "coffee", discount = 0) => ({ amount, productType, discount });
const off = (gives: MoneyOff, lines: ReturnType<typeof line>[], quantity = 1) =>
  takenOff(gives, quantity, lines);

describe("what a voucher takes off a basket", () => {
  test("50.00 off 160.00 and 100.00: 30.77 and 19.23; two on one voucher take 100.00 off; more than there is takes all", () => {
    const gives: MoneyOff = { kind: "amountOff", amount: 5000 };
    expect(off(gives, [line(16_000), line(10_000)])).toEqual([3077, 1923]);
    expect(off(gives, [line(26_000)], 2)).toEqual([10_000]);
    expect(off(gives, [line(3000), line(1000)])).toEqual([3000, 1000]);
    expect(off(gives, [line(0)])).toEqual([0]);
    expect(off(gives, [])).toEqual([]);
  });

  test("10% off 159.99 is 15.99; 15.00 at most; three of 40% on one voucher take all of it, not more", () => {
    expect(off({ kind: "percentOff", percent: 1000 }, [line(15_999)])).toEqual([1599]);
    expect(off({ kind: "percentOff", percent: 1000, upTo: 1500 }, [line(15_999)])).toEqual([1500]);
    expect(off({ kind: "percentOff", percent: 1000, upTo: 1500 }, [line(40_000)], 2)).toEqual([3000]);
    expect(off({ kind: "percentOff", percent: 4000 }, [line(15_999)], 3)).toEqual([15_999]);
  });

  test("for coffee only: the cake costs what it costs, and a basket without coffee says so", () => {
    const gives: MoneyOff = { kind: "percentOff", percent: 5000, productTypes: ["coffee"] };
    expect(off(gives, [line(16_000), line(10_000, "cake")])).toEqual([8000, 0]);
    expect(off(gives, [line(10_000, "cake")])).toEqual([0]);
    expect(nothingOff(gives, [line(10_000, "cake")])).toEqual({ kind: "products" });
  });

  test("from 200.00 on: 199.99 is too little; 200.00 of which another voucher took 50.00 off is enough", () => {
    const gives: MoneyOff = { kind: "amountOff", amount: 5000, minimumSpend: 20_000 };
    expect(off(gives, [line(19_999)])).toEqual([0]);
    expect(nothingOff(gives, [line(19_999)])).toEqual({ kind: "minimum", amount: 20_000 });
    expect(off(gives, [line(15_000, "coffee", 5000)])).toEqual([5000]);
  });

  test("a coffee for nothing is not money off", () => {
    expect(isMoneyOff({ kind: "product" })).toBe(false);
    expect(isMoneyOff({ kind: "amountOff" })).toBe(true);
  });

  test("whatever the basket, no line gets less than nothing off or more than it costs, and in all what the voucher gives", () => {
    const lines = fc.array(
      fc.record({
        amount: fc.nat(10_000_000),
        discount: fc.nat(1000),
        productType: fc.constantFrom("coffee", "cake"),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 1_000_000 }), (basket, amount) => {
        const gives: MoneyOff = { kind: "amountOff", amount, productTypes: ["coffee"] };
        const taken = takenOff(gives, 1, basket);
        for (const [index, { amount: most, productType }] of basket.entries()) {
          expect(taken[index]).toBeGreaterThanOrEqual(0);
          expect(taken[index]).toBeLessThanOrEqual(productType === "coffee" ? most : 0);
        }
        const coffee = basket.reduce((sum, one) => sum + (one.productType === "coffee" ? one.amount : 0), 0);
        expect(taken.reduce((sum, one) => sum + one, 0)).toBe(Math.min(amount, coffee));
      }),
    );
  });
});
