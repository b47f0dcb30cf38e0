import { expect, test } from "vitest";
import type { MoneyOff } from "@/lib/kernel/money-off";
import { discountFault, type PaidLine } from "./voucher-discount";

const fifty: MoneyOff = { kind: "amountOff", amount: 5000 };
const tenth: MoneyOff = { kind: "percentOff", percent: 1000 };
const halfCake: MoneyOff = { kind: "percentOff", percent: 5000, productTypes: ["cake"] };

const line = (productType: string, amount: number, discount: number, voucherDiscount?: number): PaidLine => ({
  productType,
  amount,
  discount,
  voucherDiscount,
});
const fault = (gives: MoneyOff[], ...lines: PaidLine[]) =>
  discountFault(
    gives.map((one) => ({ gives: one, quantity: 1 })),
    lines,
  );

test("50.00 off 160.00 and 100.00, spread by amount or all off the first: both are 50.00; 50.01 is refused at a line", () => {
  expect(fault([fifty], line("coffee", 12_923, 3077), line("cake", 8077, 1923))).toBeNull();
  expect(fault([fifty], line("coffee", 11_000, 5000), line("cake", 10_000, 0))).toBeNull();
  expect(fault([fifty], line("coffee", 12_923, 3077), line("cake", 8076, 1924))).toEqual({
    path: "lines.1.discount",
    code: "voucher.discount",
    params: { off: 1923, sent: 1924 },
  });
});

test("two on one voucher take 100.00 off: 50.00 is too little", () => {
  const two = (discount: number) =>
    discountFault([{ gives: fifty, quantity: 2 }], [line("coffee", 26_000 - discount, discount)]);
  expect(two(10_000)).toBeNull();
  expect(two(5000)).toMatchObject({ code: "voucher.discount", params: { off: 10_000, sent: 5000 } });
});

test("10% of 159.99 and of 99.99 is 25.99 together and 16.00 + 10.00 line by line: both are taken, 26.02 is not", () => {
  expect(fault([tenth], line("coffee", 14_400, 1599), line("cake", 8999, 1000))).toBeNull();
  expect(fault([tenth], line("coffee", 14_399, 1600), line("cake", 8999, 1000))).toBeNull();
  expect(fault([tenth], line("coffee", 14_397, 1602), line("cake", 8999, 1000))).toMatchObject({
    code: "voucher.discount",
  });
});

test("10% off 100.00, of which the shop took 10.00 off first: 9.00, told apart; what is off the coffee is the shop's", () => {
  expect(fault([tenth], line("cake", 8100, 1900, 900))).toBeNull();
  expect(fault([tenth], line("cake", 8100, 1900))).toMatchObject({ params: { off: 1000, sent: 1900 } });
  expect(fault([halfCake], line("coffee", 100, 9900), line("cake", 5000, 5000))).toBeNull();
  expect(fault([halfCake], line("coffee", 100, 9900, 9900), line("cake", 5000, 5000))).toMatchObject({
    path: "lines.0.voucherDiscount",
    params: { off: 0, sent: 9900 },
  });
});

test("half off a cake of 240.00, then 50.00 off all: 120.00 and 50.00; the other way round it would be 50.00 and 104.24", () => {
  const lines = [line("coffee", 13_143, 2857), line("cake", 9857, 14_143)];
  expect(fault([halfCake, fifty], ...lines)).toBeNull();
  expect(fault([fifty, halfCake], ...lines)).toMatchObject({ code: "voucher.discount" });
});

test("a voucher that finds nothing left to take off is not used up for nothing", () => {
  const nothingLeft = { path: "vouchers.1", code: "voucher.nothing_left" };
  expect(fault([fifty, tenth], line("coffee", 0, 4000))).toEqual(nothingLeft);
});
