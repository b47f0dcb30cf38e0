import { isFor, type MoneyOff, takenInTurn } from "@/lib/kernel/money-off";
import type { FieldProblem } from "@/lib/kernel/problems";

interface Voucher {
  gives: MoneyOff;
  quantity: number;
}

/** A line as it was paid. `voucherDiscount`: how much of its discount is the vouchers', where the rest is the shop's own. */
export interface PaidLine {
  productType: string;
  amount: number;
  discount: number;
  voucherDiscount?: number;
}

/**
 * What is wrong with the discount that a purchase has for its vouchers; null when it is what they take off. How it is spread
 * over the lines is the till's, and so is less than a coin a line where it rounds a percentage line by line.
 */
export function discountFault(vouchers: readonly Voucher[], lines: readonly PaidLine[]): FieldProblem | null {
  const said = lines.map((line) => saidOf(line, vouchers));
  const { lines: reckoned, taken } = takenInTurn(vouchers, withoutVouchers(lines, said));
  for (const [index, { gives }] of vouchers.entries()) {
    const { off = 0, nothing = null } = taken[index] ?? {};
    const path = `vouchers.${index}`;
    if (nothing) return { path, code: `voucher.${nothing.kind}` };
    if (off === 0) return { path, code: "voucher.nothing_left" };
    if (!lines.some((line, at) => isFor(gives, line) && said[at] !== 0))
      return { path, code: "voucher.no_discount" };
  }
  const expected = reckoned.map(({ amount }, at) => (lines[at]?.amount ?? 0) + (said[at] ?? 0) - amount);
  if (Math.abs(total(said) - total(expected)) <= roundedAway(vouchers, lines)) return null;
  const at = said.findIndex((discount, index) => discount !== expected[index]);
  const field = lines[at]?.voucherDiscount === undefined ? "discount" : "voucherDiscount";
  const params = { off: expected[at] ?? 0, sent: said[at] ?? 0 };
  return { path: `lines.${at}.${field}`, code: "voucher.discount", params };
}

/** Of a line that no voucher is for, the discount is the shop's own. */
const saidOf = (line: PaidLine, vouchers: readonly Voucher[]): number =>
  line.voucherDiscount ?? (vouchers.some(({ gives }) => isFor(gives, line)) ? line.discount : 0);

const withoutVouchers = (lines: readonly PaidLine[], said: readonly number[]) =>
  lines.map(({ productType, amount, discount }, at) => {
    const off = said[at] ?? 0;
    return { productType, amount: amount + off, discount: discount - off };
  });

const roundedAway = (vouchers: readonly Voucher[], lines: readonly PaidLine[]): number =>
  vouchers
    .filter(({ gives }) => gives.kind === "percentOff")
    .reduce((sum, { gives }) => sum + lines.filter((line) => isFor(gives, line)).length, 0);

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
