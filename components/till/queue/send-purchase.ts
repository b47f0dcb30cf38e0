import type { ActionResult } from "@/lib/kernel/action-result";
import { type QueuedPurchase, requestOf } from "./queued-purchase";

/** What the till reads of the answer to a purchase. */
export interface Recorded {
  purchase: { id: string; member: string };
  award: { points: number; balance: number };
}

/** A try is given up after so long; what became of it the next try finds out. */
const giveUp = 20_000;

/**
 * Rejects when no answer came, or one that is not the product's own: a proxy's page, say. `besides`: what cannot wait in
 * the queue with it.
 */
export async function sendPurchase(
  purchase: QueuedPurchase,
  besides: object = {},
): Promise<ActionResult<Recorded>> {
  const response = await fetch(`/m/${encodeURIComponent(purchase.slug)}/till/purchases`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...requestOf(purchase), ...besides }),
    signal: AbortSignal.timeout(giveUp),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) throw new Error("not an answer");
  return answer as ActionResult<Recorded>;
}
