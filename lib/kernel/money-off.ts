import { allocate } from "./money";

/** A voucher that takes money off a purchase, as the program writes it: minor units and basis points. */
export type MoneyOff = { minimumSpend?: number; productTypes?: string[] } & (
  | { kind: "amountOff"; amount: number }
  | { kind: "percentOff"; percent: number; upTo?: number }
);

export const isMoneyOff = (gives: { kind: string }): gives is MoneyOff =>
  gives.kind === "amountOff" || gives.kind === "percentOff";

/** A line of a basket: what is left to pay for it, and what was taken off before. Minor units. */
interface Line {
  productType: string;
  amount: number;
  discount: number;
}

/** Why nothing is taken off: the basket comes to too little, or holds nothing that the voucher is for. */
export type NothingOff = { kind: "minimum"; amount: number } | { kind: "products" };

/** Why a voucher takes nothing off a basket; null when it takes something off, or has nothing left to take off. */
export function nothingOff(gives: MoneyOff, lines: readonly Line[]): NothingOff | null {
  const full = lines.reduce((sum, { amount, discount }) => sum + amount + discount, 0);
  if (full < (gives.minimumSpend ?? 0)) return { kind: "minimum", amount: gives.minimumSpend ?? 0 };
  return lines.some((line) => isFor(gives, line)) ? null : { kind: "products" };
}

/** What a voucher takes off each line: no more than is left to pay, and in all what it gives. */
export function takenOff(gives: MoneyOff, quantity: number, lines: readonly Line[]): number[] {
  if (nothingOff(gives, lines)) return lines.map(() => 0);
  const left = lines.map((line) => (isFor(gives, line) ? line.amount : 0));
  const all = left.reduce((sum, amount) => sum + amount, 0);
  if (all === 0) return left;
  return allocate(Math.min(all, worthOf(gives, quantity, all)), left);
}

/** What vouchers take off a basket one after the other, each from what the ones before left, and the lines as they are paid. */
export function takenInTurn<L extends Line>(
  vouchers: readonly { gives: MoneyOff; quantity: number }[],
  basket: readonly L[],
): { lines: L[]; taken: { off: number; nothing: NothingOff | null }[] } {
  let lines = [...basket];
  const taken = vouchers.map(({ gives, quantity }) => {
    const off = takenOff(gives, quantity, lines);
    const nothing = nothingOff(gives, lines);
    lines = lines.map((line, index) => {
      const less = off[index] ?? 0;
      return { ...line, amount: line.amount - less, discount: line.discount + less };
    });
    return { off: off.reduce((sum, less) => sum + less, 0), nothing };
  });
  return { lines, taken };
}

export const isFor = ({ productTypes }: MoneyOff, { productType }: Pick<Line, "productType">): boolean =>
  productTypes?.includes(productType) ?? true;

/** Two on one voucher take off twice as much. What does not come to a coin is not taken off. */
function worthOf(gives: MoneyOff, quantity: number, all: number): number {
  if (gives.kind === "amountOff") return gives.amount * quantity;
  const share = BigInt(Math.min(gives.percent * quantity, 10_000));
  const off = Number((BigInt(all) * share) / 10_000n);
  return gives.upTo === undefined ? off : Math.min(off, gives.upTo * quantity);
}
