import { typedAmount } from "@/lib/kernel/typed-amount";

export type RefundHow = "whole" | "lines" | "amount";

export interface RefundableLine {
  id: string;
  name: string;
  /** Minor units that can still be given back. */
  left: number;
}

/** What the form says: texts as typed, amounts by line only for lines that are chosen. */
export interface RefundTyped {
  how: RefundHow;
  amount: string;
  lines: Record<string, string>;
}

export type RefundAsked =
  | { ok: true; amount: number; request: { lines?: { id: string; amount: number }[]; amount?: number } }
  | { ok: false; wrong: "amount" | "line"; lineId?: string };

/** The request that a form makes, with what it gives back in all; or the field that is wrong. */
export function refundRequest(
  typed: RefundTyped,
  {
    left,
    lines,
    currency,
    locale,
  }: { left: number; lines: RefundableLine[]; currency: string; locale: string },
): RefundAsked {
  const read = (text: string, most: number): number | null => {
    const amount = typedAmount(text, currency, locale);
    return amount !== null && amount > 0 && amount <= most ? amount : null;
  };
  if (typed.how === "whole") return { ok: true, amount: left, request: {} };
  if (typed.how === "amount") {
    const amount = read(typed.amount, left);
    return amount === null ? { ok: false, wrong: "amount" } : { ok: true, amount, request: { amount } };
  }
  const chosen: { id: string; amount: number }[] = [];
  for (const line of lines) {
    const text = typed.lines[line.id];
    if (text === undefined) continue;
    const amount = read(text, line.left);
    if (amount === null) return { ok: false, wrong: "line", lineId: line.id };
    chosen.push({ id: line.id, amount });
  }
  if (chosen.length === 0) return { ok: false, wrong: "line" };
  return { ok: true, amount: chosen.reduce((sum, line) => sum + line.amount, 0), request: { lines: chosen } };
}
