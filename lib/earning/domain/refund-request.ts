import { allocate, proportion } from "@/lib/kernel/money";
import type { FieldProblem } from "@/lib/kernel/problems";
import type { AwardLine } from "./types";

/** How much of a line is given back: thousandths and minor units. */
export interface RefundedLine {
  no: number;
  quantity: number;
  amount: number;
}

export type RefundRequest =
  | { kind: "whole" }
  /** A line by pieces, by amount, by both (so many pieces for so much), or by neither: all that is left of it. */
  | { kind: "lines"; lines: readonly { no: number; quantity?: number; amount?: number }[] }
  /** So much of the basket's value, spread over all that is left of it. */
  | { kind: "amount"; amount: number };

export interface RefundRefusal {
  ok: false;
  code: "over_refund" | "invalid";
  fields: FieldProblem[];
}

/** A line with what is left to refund of it. */
interface Left {
  no: number;
  quantity: number;
  amount: number;
}

/** What the request gives back of each line, or which of its fields asks for too much. */
export function readRequest(
  request: RefundRequest,
  lines: readonly AwardLine[],
  alreadyRefunded: readonly RefundedLine[],
): { ok: true; lines: RefundedLine[] } | RefundRefusal {
  const left = leftOf(lines, alreadyRefunded);
  if (left.every((line) => line.amount === 0 && line.quantity === 0)) {
    return refuse("over_refund", "purchase", "refund.nothing_left");
  }
  if (request.kind === "whole") return { ok: true, lines: left.filter(holdsSomething) };
  return request.kind === "amount" ? byAmount(request.amount, left) : byLines(request.lines, left);
}

function byAmount(amount: number, left: Left[]): { ok: true; lines: RefundedLine[] } | RefundRefusal {
  const most = left.reduce((sum, line) => sum + line.amount, 0);
  if (amount > most) return refuse("over_refund", "amount", "refund.over_amount", { most });
  if (amount < 1) return refuse("invalid", "amount", "refund.nothing");
  if (amount === most) return { ok: true, lines: left.filter(holdsSomething) };
  const shares = allocate(
    amount,
    left.map((line) => line.amount),
  );
  const lines = left.map((line, index) => take(line, shares[index] ?? 0));
  return { ok: true, lines: lines.filter(holdsSomething) };
}

function byLines(
  asked: readonly { no: number; quantity?: number; amount?: number }[],
  left: Left[],
): { ok: true; lines: RefundedLine[] } | RefundRefusal {
  const lines: RefundedLine[] = [];
  for (const [index, { no, quantity, amount }] of asked.entries()) {
    const path = `lines.${index}`;
    const line = left.find((one) => one.no === no);
    if (!line) return refuse("invalid", `${path}.id`, "refund.unknown_line");
    if (lines.some((one) => one.no === no)) return refuse("invalid", `${path}.id`, "repeated");
    if (quantity !== undefined && quantity > line.quantity) {
      return refuse("over_refund", `${path}.quantity`, "refund.over_quantity", {
        most: line.quantity / 1000,
      });
    }
    if (amount !== undefined && amount > line.amount) {
      return refuse("over_refund", `${path}.amount`, "refund.over_amount", { most: line.amount });
    }
    if (!holdsSomething(line)) return refuse("over_refund", `${path}.id`, "refund.nothing_left");
    const taken = readLine(line, quantity, amount);
    const field = quantity === undefined ? "amount" : "quantity";
    if (!holdsSomething(taken)) return refuse("invalid", `${path}.${field}`, "refund.nothing");
    lines.push(taken);
  }
  return { ok: true, lines };
}

function readLine(line: Left, quantity: number | undefined, amount: number | undefined): RefundedLine {
  if (quantity === undefined) return amount === undefined ? line : take(line, amount);
  if (amount !== undefined) return { no: line.no, quantity, amount };
  // Of what is left, so that the last piece takes the last unit with it.
  return {
    no: line.no,
    quantity,
    amount: line.quantity === 0 ? 0 : proportion(line.amount, quantity, line.quantity),
  };
}

/** By amount no pieces come back, until all the amount has: then the whole line has. */
const take = (line: Left, amount: number): RefundedLine => ({
  no: line.no,
  quantity: amount > 0 && amount === line.amount ? line.quantity : 0,
  amount,
});

const holdsSomething = ({ quantity, amount }: Left): boolean => quantity > 0 || amount > 0;

function leftOf(lines: readonly AwardLine[], alreadyRefunded: readonly RefundedLine[]): Left[] {
  const back = new Map(alreadyRefunded.map((line) => [line.no, line]));
  return lines.map(({ no, quantity, amount }) => ({
    no,
    quantity: quantity - (back.get(no)?.quantity ?? 0),
    amount: amount - (back.get(no)?.amount ?? 0),
  }));
}

const refuse = (
  code: RefundRefusal["code"],
  path: string,
  field: string,
  params?: Record<string, number>,
): RefundRefusal => ({ ok: false, code, fields: [{ path, code: field, params }] });
