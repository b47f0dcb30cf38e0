import { proportion } from "@/lib/kernel/money";
import { ownValue } from "@/lib/kernel/own-value";
import { decideAward, decideLimited } from "./decide-award";
import { type RefundedLine, type RefundRefusal, type RefundRequest, readRequest } from "./refund-request";
import { remainingLines } from "./remaining-lines";
import type { AwardDecision, AwardFacts, AwardLine, RecordedFacts } from "./types";

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
  /** Change of what the purchase uses of each cap and budget: nearly always down. */
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
    capUse: changeOf(before.award.capUse, after.award.capUse),
    budgetUse: changeOf(before.award.budgetUse, after.award.budgetUse),
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
  const { value, tender, share, left } = whatIsLeft(facts, lines, refunded);
  return { value, tender, points: share(pointsTendered), award: decideAward(left) };
}

function whatIsLeft(facts: RecordedFacts, lines: readonly AwardLine[], refunded: readonly RefundedLine[]) {
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const value = refunded.reduce((sum, line) => sum + line.amount, 0);
  const share = (of: number) => (total === 0 ? 0 : proportion(of, value, total));
  const tender = share(facts.pointsTender);
  const left: AwardFacts = {
    ...facts,
    lines: remainingLines(lines, refunded),
    pointsTender: facts.pointsTender - tender,
  };
  return { value, tender, share, left };
}

/** What of caps and budgets a purchase uses after all that went back of it. */
export function limitsLeft(
  facts: RecordedFacts,
  lines: readonly AwardLine[],
  refunded: readonly RefundedLine[],
): Pick<AwardDecision, "capUse" | "budgetUse"> {
  return decideLimited(whatIsLeft(facts, lines, refunded).left);
}

function addUp(before: readonly RefundedLine[], now: readonly RefundedLine[]): RefundedLine[] {
  const sum = new Map(before.map((line) => [line.no, line]));
  for (const { no, quantity, amount } of now) {
    const known = sum.get(no);
    sum.set(no, { no, quantity: quantity + (known?.quantity ?? 0), amount: amount + (known?.amount ?? 0) });
  }
  return [...sum.values()];
}

/** Under a cap on the whole, one rule's share may grow as another's is returned; all of them end at what they began with. */
function changeOf(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...keys].map(
    (key) => [key, (ownValue(after, key) ?? 0) - (ownValue(before, key) ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
