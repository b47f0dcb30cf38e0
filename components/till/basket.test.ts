import fc from "fast-check";
import { expect, test } from "vitest";
import { discountFault } from "@/lib/rewards/domain/voucher-discount";
import {
  addLine,
  countOfProduct,
  countOfType,
  discounted,
  emptyBasket,
  linesOf,
  needsAnswer,
  soldProduct,
  takenWith,
  tenderOf,
  totalOf,
  vouchersUsed,
  withoutVoucher,
  withQuantity,
  withVoucher,
} from "./basket";

const coffee = { productType: "coffee", each: 16_000 };
const cake = { productType: "food", each: 24_000 };
const flatWhite = soldProduct({
  sku: "flat-white",
  name: "Flat white",
  productType: "coffee",
  price: 16_000,
  group: "Coffee",
});

test("two coffees at 160 and a cake at 240 are two lines, 560.00 in all", () => {
  const basket = [coffee, cake, coffee].reduce(addLine, emptyBasket("till-1"));
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", quantity: 2, amount: 32_000 },
    { productType: "food", quantity: 1, amount: 24_000 },
  ]);
  expect(totalOf(basket)).toBe(56_000);
  expect(countOfType(basket, "coffee")).toBe(2);
});

test("a coffee at 160 and one at 170 stay two lines", () => {
  const basket = addLine(addLine(emptyBasket("till-1"), coffee), { productType: "coffee", each: 17_000 });
  expect(basket.lines.map((line) => line.each)).toEqual([16_000, 17_000]);
});

test("two flat whites off the list and 160 of coffee keyed by hand are two lines, counted apart", () => {
  const basket = [flatWhite, coffee, flatWhite].reduce(addLine, emptyBasket("till-1"));
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", sku: "flat-white", name: "Flat white", quantity: 2, amount: 32_000 },
    { productType: "coffee", quantity: 1, amount: 16_000 },
  ]);
  expect([countOfProduct(basket, "flat-white"), countOfType(basket, "coffee")]).toEqual([2, 1]);
});

test("none of the first takes its line off, and its number is not given again", () => {
  const basket = withQuantity(addLine(addLine(emptyBasket("till-1"), coffee), cake), 1, 0);
  expect(addLine(basket, coffee).lines.map((line) => line.no)).toEqual([2, 3]);
});

test("480 points pay a part: they are sent, and the basket cannot wait; none, or 0 still being keyed, are not and it can", () => {
  expect(tenderOf({ points: 480 })).toEqual({ tender: [{ type: "points", points: 480 }] });
  expect([tenderOf({}), tenderOf({ points: 0 })]).toEqual([{}, {}]);
  const { lines } = addLine(emptyBasket("one"), coffee);
  expect([480, undefined, 0].map((points) => needsAnswer({ lines, points }))).toEqual([true, false, false]);
});

const member = { id: "ada", name: "Ada" };
const half = {
  code: "HALF",
  name: "Half a cake",
  quantity: 1,
  gives: { kind: "percentOff" as const, percent: 5000, productTypes: ["food"] },
  member,
};
const fifty = {
  code: "FIFTY",
  name: "50 off",
  quantity: 1,
  gives: { kind: "amountOff" as const, amount: 5000, minimumSpend: 40_000 },
  member,
};

test("half off a cake of 240.00, then 50.00 off all of it from 400.00 on: 230.00 to pay, in the lines as sent; the same voucher twice is one", () => {
  const basket = [half, fifty, half].reduce(withVoucher, addLine(addLine(emptyBasket("one"), coffee), cake));
  expect(discounted(basket).vouchers.map(({ off }) => off)).toEqual([12_000, 5000]);
  expect(totalOf(basket)).toBe(23_000);
  expect(linesOf(basket)).toEqual([
    { productType: "coffee", quantity: 1, amount: 16_000 - 2857, discount: 2857 },
    { productType: "food", quantity: 1, amount: 12_000 - 2143, discount: 12_000 + 2143 },
  ]);
  expect(takenWith({ ...basket, points: 10 })).toEqual({
    tender: [{ type: "points", points: 10 }],
    vouchers: ["HALF", "FIFTY"],
  });
  expect(needsAnswer(basket)).toBe(true);
});

test("a voucher that takes nothing off is not used, and the basket may wait; put aside, all is to be paid again", () => {
  const basket = [half, fifty].reduce(withVoucher, addLine(emptyBasket("one"), coffee));
  expect(discounted(basket).vouchers).toMatchObject([
    { off: 0, nothing: { kind: "products" } },
    { off: 0, nothing: { kind: "minimum", amount: 40_000 } },
  ]);
  expect([takenWith(basket), needsAnswer(basket)]).toEqual([{}, false]);
  const more = addLine(basket, cake);
  expect([totalOf(more), totalOf(withoutVoucher(more, "HALF"))]).toEqual([23_000, 35_000]);
});

test("whatever the basket and the vouchers on it, what the till takes off is what the server reckons", () => {
  const type = fc.constantFrom("coffee", "food");
  const sold = fc.record({
    productType: type,
    each: fc.nat(50_000),
    quantity: fc.integer({ min: 1, max: 9 }),
  });
  const terms = {
    minimumSpend: fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: undefined }),
    productTypes: fc.constantFrom<string[] | undefined>(["food"], undefined),
  };
  const gives = fc.oneof(
    fc.record({
      kind: fc.constant("amountOff" as const),
      amount: fc.integer({ min: 1, max: 20_000 }),
      ...terms,
    }),
    fc.record({
      kind: fc.constant("percentOff" as const),
      percent: fc.integer({ min: 1, max: 10_000 }),
      upTo: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
      ...terms,
    }),
  );
  const voucher = fc.record({ gives, quantity: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(
      fc.array(sold, { minLength: 1, maxLength: 6 }),
      fc.array(voucher, { maxLength: 4 }),
      (lines, vouchers) => {
        const basket = {
          lines: lines.map((line, no) => ({ no, ...line })),
          vouchers: vouchers.map((one, index) => ({ ...one, code: `V${index}`, name: "", member })),
        };
        const used = new Set(vouchersUsed(basket));
        const sent = linesOf(basket).map((line) => ({ ...line, discount: line.discount ?? 0 }));
        expect(
          discountFault(
            basket.vouchers.filter(({ code }) => used.has(code)),
            sent,
          ),
        ).toBeNull();
      },
    ),
  );
});
