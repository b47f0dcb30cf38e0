import type { Program } from "@/lib/program/schemas";

type Terms = Pick<Program, "payment" | "pointValue">;

type Paid = { ok: true; amount: number } | { ok: false; code: string; params?: Record<string, number> };

/** What so many points pay of a basket, in minor units, or why they may not. */
export function payWithPoints(program: Terms, basket: number, points: number): Paid {
  if (points === 0) return { ok: true, amount: 0 };
  const { enabled, minimum, multiple } = program.payment;
  if (!enabled) return { ok: false, code: "tender.off" };
  if (points < minimum) return { ok: false, code: "tender.minimum", params: { minimum } };
  if (points % multiple !== 0) return { ok: false, code: "tender.multiple", params: { multiple } };
  const value = worth(program, points);
  if (value > BigInt(basket)) return { ok: false, code: "tender.over_basket" };
  if (value > payable(program, basket)) {
    return { ok: false, code: "tender.share", params: { most: mostPoints(program, basket) } };
  }
  return { ok: true, amount: Number(value) };
}

/**
 * The points, of those that there are, that pay the most of a basket that may be paid, and no more than that takes; 0 when
 * none may.
 */
export function mostPoints(program: Terms, basket: number, there = Number.MAX_SAFE_INTEGER): number {
  const { enabled, minimum, multiple } = program.payment;
  const [points, amount] = [BigInt(program.pointValue.points), BigInt(program.pointValue.amount)];
  if (!enabled) return 0;
  const step = BigInt(multiple);
  const covering = ((payable(program, basket) + 1n) * points - 1n) / amount;
  const within = covering < BigInt(there) ? covering : BigInt(Math.max(there, 0));
  const allowed = within - (within % step);
  // What does not come to another coin would be given for nothing.
  const needed = ((allowed * amount) / points) * points;
  const least = roundUp(roundUp(needed, amount) / amount, step);
  const most = Number(least);
  return most < minimum ? 0 : most;
}

const roundUp = (value: bigint, step: bigint): bigint => ((value + step - 1n) / step) * step;

const payable = ({ payment }: Terms, basket: number): bigint =>
  (BigInt(basket) * BigInt(payment.share)) / 10_000n;

const worth = ({ pointValue }: Terms, points: number): bigint =>
  (BigInt(points) * BigInt(pointValue.amount)) / BigInt(pointValue.points);
