import { proportion } from "@/lib/kernel/money";
import type { RefundedLine } from "./refund-request";
import type { AwardLine } from "./types";

/** What stays of the lines of a purchase; tax and discount shrink with the amount. Lines given back whole are left out. */
export function remainingLines(lines: readonly AwardLine[], refunded: readonly RefundedLine[]): AwardLine[] {
  const back = new Map(refunded.map((line) => [line.no, line]));
  return lines.flatMap((line) => {
    const gone = back.get(line.no);
    if (!gone) return [line];
    const amount = line.amount - gone.amount;
    const quantity = line.quantity - gone.quantity;
    // A line that cost nothing is counted by its pieces.
    const [left, of] = line.amount > 0 ? [amount, line.amount] : [quantity, line.quantity];
    if (left <= 0) return [];
    return [
      {
        ...line,
        amount,
        quantity,
        tax: proportion(line.tax, left, of),
        discount: proportion(line.discount, left, of),
      },
    ];
  });
}
