import { proportion } from "@/lib/kernel/money";
import { decideAward } from "./decide-award";
import { type RefundedLine, type RefundRefusal, type RefundRequest, readRequest } from "./refund-request";
import { remainingLines } from "./remaining-lines";
import type { AwardLine, RecordedFacts } from "./types";

interface RefundFacts {
  /** As they were when the purchase was decided: its program, tier, headroom and budgets, whatever they are today. */
  facts: RecordedFacts;
  lines: readonly AwardLine[];
  /** What earlier refunds gave back, by line. */
  alreadyRefunded: readonly RefundedLine[];
  /** Points that paid `facts.pointsTender` of the basket. */
  pointsTendered: number;
  /** What the purchase was awarded, less what earlier refunds took. */
  credited: number;
  request: RefundRequest;
}

export interface RefundDecision {
  ok: true;
  /** Minor units of the basket that come back: `money` to the customer, the rest as points. */
  amount: number;
  money: number;
  pointsReturned: number;
  /** Earned points to take back. */
  taken: number;
  lines: RefundedLine[];
  /** What the purchase uses less of each cap and budget from now on: 0 or below. */
  capUse: Record<string, number>;
  budgetUse: Record<string, number>;
  /** Nothing of the purchase is left. */
  complete: boolean;
}

/**
 * What a refund gives back and takes back. Taken is what was credited less what the lines that stay would have earned
 * under the recorded facts, so however many small refunds a purchase is returned in, nothing stays behind.
 */
export function decideRefund(refund: RefundFacts): RefundDecision | RefundRefusal {
  const { facts, lines, alreadyRefunded, pointsTendered, credited, request } = refund;
  const read = readRequest(request, lines, alreadyRefunded);
  if (!read.ok) return read;
  const refunded = addUp(alreadyRefunded, read.lines);
  const before = stage(facts, lines, alreadyRefunded, pointsTendered);
  const after = stage(facts, lines, refunded, pointsTendered);
  const amount = after.value - before.value;
  return {
    ok: true,
    amount,
    money: amount - (after.tender - before.tender),
    pointsReturned: after.points - before.points,
    taken: Math.max(0, credited - after.award.points),
    lines: read.lines,
    capUse: released(before.award.capUse, after.award.capUse),
    budgetUse: released(before.award.budgetUse, after.award.budgetUse),
    complete: remainingLines(lines, refunded).length === 0,
  };
}

/**
 * A purchase after so much of it was refunded. What went back of money and points is reckoned from the whole each time,
 * never from the refund before, so that roundings cannot pile up.
 */
function stage(
  facts: RecordedFacts,
  lines: readonly AwardLine[],
  refunded: readonly RefundedLine[],
  pointsTendered: number,
) {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const value = refunded.reduce((sum, line) => sum + line.amount, 0);
  const share = (of: number) => (total === 0 ? 0 : proportion(of, value, total));
  const tender = share(facts.pointsTender);
  const left = remainingLines(lines, refunded);
  const award = decideAward({ ...facts, lines: left, pointsTender: facts.pointsTender - tender });
  return { value, tender, points: share(pointsTendered), award };
}

function addUp(before: readonly RefundedLine[], now: readonly RefundedLine[]): RefundedLine[] {
  const sum = new Map(before.map((line) => [line.no, line]));
  for (const { no, quantity, amount } of now) {
    const known = sum.get(no);
    sum.set(no, { no, quantity: quantity + (known?.quantity ?? 0), amount: amount + (known?.amount ?? 0) });
  }
  return [...sum.values()];
}

function released(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const less = Object.entries(before).map(
    ([key, used]) => [key, Math.min(0, (after[key] ?? 0) - used)] as const,
  );
  return Object.fromEntries(less.filter(([, change]) => change !== 0));
}
