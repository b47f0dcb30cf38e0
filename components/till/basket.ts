/** What the till has been told of one purchase. Money in minor units. */
export interface BasketLine {
  /** Tells lines of one type apart. */
  no: number;
  productType: string;
  /** Price of one. */
  each: number;
  quantity: number;
}

export interface Basket {
  /** Sent with the purchase, and again with every try: what was recorded once is not recorded twice. */
  externalId: string;
  lines: BasketLine[];
  nextNo: number;
}

export const emptyBasket = (externalId: string): Basket => ({ externalId, lines: [], nextNo: 1 });

/** Adds one; the same thing at the same price is counted up instead of written again. */
export function addLine(
  basket: Basket,
  { productType, each }: { productType: string; each: number },
): Basket {
  const same = basket.lines.find((line) => line.productType === productType && line.each === each);
  if (same) return withQuantity(basket, same.no, same.quantity + 1);
  const line = { no: basket.nextNo, productType, each, quantity: 1 };
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

export const totalOf = (basket: Basket): number =>
  basket.lines.reduce((sum, line) => sum + line.each * line.quantity, 0);

export const countOf = (basket: Basket, productType: string): number =>
  basket.lines.reduce((count, line) => (line.productType === productType ? count + line.quantity : count), 0);

/** The lines as `recordPurchase` and its preview take them. */
export const linesOf = (basket: Basket) =>
  basket.lines.map(({ productType, each, quantity }) => ({ productType, quantity, amount: each * quantity }));
