import { type MoneyOff, takenInTurn } from "@/lib/kernel/money-off";
import type { Product } from "@/lib/products/schemas";

/** What was bought: a product of the price list, or an amount of a type that was keyed. Money in minor units. */
export interface Sold {
  productType: string;
  /** Price of one. */
  each: number;
  sku?: string;
  name?: string;
}

export interface BasketLine extends Sold {
  /** Tells lines of one type apart. */
  no: number;
  quantity: number;
}

/** A voucher that takes money off the basket. */
export interface BasketVoucher {
  code: string;
  name: string;
  quantity: number;
  gives: MoneyOff;
  member: { id: string; name: string | null };
}

/** What the till has been told of one purchase. */
export interface Basket {
  /** Sent with the purchase, and again with every try: what was recorded once is not recorded twice. */
  externalId: string;
  lines: BasketLine[];
  nextNo: number;
  /** When it happened, if it was not now: it had been refused before. */
  occurredAt?: string;
  /** Points that pay a part of it; 0 while it is being keyed how many. Left out: money pays for it all. */
  points?: number;
  vouchers?: BasketVoucher[];
  /** When it was sent first, and no answer came: sent again it must be the same. */
  triedAt?: string;
}

export const emptyBasket = (externalId: string): Basket => ({ externalId, lines: [], nextNo: 1 });

export const soldProduct = ({ sku, name, productType, price }: Product): Sold => ({
  sku,
  name,
  productType,
  each: price,
});

/** Adds one; the same thing at the same price is counted up instead of written again. */
export function addLine(basket: Basket, sold: Sold): Basket {
  const same = basket.lines.find(
    (line) => line.sku === sold.sku && line.productType === sold.productType && line.each === sold.each,
  );
  if (same) return withQuantity(basket, same.no, same.quantity + 1);
  const line = { no: basket.nextNo, ...sold, quantity: 1 };
  return { ...basket, lines: [...basket.lines, line], nextNo: basket.nextNo + 1 };
}

/** None of something takes its line off. */
export function withQuantity(basket: Basket, no: number, quantity: number): Basket {
  const lines =
    quantity <= 0
      ? basket.lines.filter((line) => line.no !== no)
      : basket.lines.map((line) => (line.no === no ? { ...line, quantity } : line));
  return { ...basket, lines };
}

/** The same voucher is taken off once. */
export const withVoucher = (basket: Basket, voucher: BasketVoucher): Basket =>
  basket.vouchers?.some(({ code }) => code === voucher.code)
    ? basket
    : { ...basket, vouchers: [...(basket.vouchers ?? []), voucher] };

export const withoutVoucher = (basket: Basket, code: string): Basket => ({
  ...basket,
  vouchers: basket.vouchers?.filter((one) => one.code !== code),
});

type Taken = Pick<Basket, "lines" | "vouchers">;

/** The lines as they are paid, and what each voucher takes off them: one after the other, from what the ones before left. */
export function discounted({ lines: all, vouchers = [] }: Taken) {
  const whole = all.map((line) => ({ ...line, amount: line.each * line.quantity, discount: 0 }));
  const { lines, taken } = takenInTurn(vouchers, whole);
  return { lines, vouchers: taken.map((one, index) => ({ ...(vouchers[index] as BasketVoucher), ...one })) };
}

/** Codes of the vouchers that take something off: the others are not used. */
export const vouchersUsed = (basket: Taken): string[] =>
  discounted(basket)
    .vouchers.filter(({ off }) => off > 0)
    .map(({ code }) => code);

export const totalOf = (basket: Taken): number =>
  discounted(basket).lines.reduce((sum, { amount }) => sum + amount, 0);

const count = (basket: Basket, is: (line: BasketLine) => boolean): number =>
  basket.lines.reduce((sum, line) => (is(line) ? sum + line.quantity : sum), 0);

export const countOfProduct = (basket: Basket, sku: string): number =>
  count(basket, (line) => line.sku === sku);

/** How much of a type was keyed as an amount. */
export const countOfType = (basket: Basket, productType: string): number =>
  count(basket, (line) => line.sku === undefined && line.productType === productType);

/** What is taken from somebody is taken now or not at all: such a basket cannot wait on the device. */
export const needsAnswer = (basket: Taken & Pick<Basket, "points">): boolean =>
  (basket.points ?? 0) > 0 || vouchersUsed(basket).length > 0;

/** How much of it is paid with points, as `recordPurchase` and its preview take it. */
export const tenderOf = ({ points = 0 }: Pick<Basket, "points">) =>
  points > 0 ? { tender: [{ type: "points" as const, points }] } : {};

/** What `recordPurchase` takes from somebody with a basket, besides its lines. */
export function takenWith(basket: Taken & Pick<Basket, "points">) {
  const vouchers = vouchersUsed(basket);
  return { ...tenderOf(basket), ...(vouchers.length > 0 ? { vouchers } : {}) };
}

/** The lines as `recordPurchase` and its preview take them. */
export const linesOf = (basket: Taken) =>
  discounted(basket).lines.map(({ productType, sku, name, quantity, amount, discount }) => ({
    productType,
    ...(sku === undefined ? {} : { sku, name }),
    quantity,
    amount,
    ...(discount > 0 ? { discount } : {}),
  }));
