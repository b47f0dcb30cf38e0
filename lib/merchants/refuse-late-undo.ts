import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";

/** A cashier corrects what has just been recorded; what the customer has left with is a manager's. */
export async function refuseLateUndo(
  { sql }: Pick<Tx, "sql">,
  actor: Actor,
  { recordedAt, now }: { recordedAt: string; now: Date },
): Promise<void> {
  if (actor.kind !== "staff" || actor.role !== "cashier") return;
  const [shop] = await sql<{ minutes: number | null }[]>`
    select undo_minutes as minutes from merchant where id = ${actor.merchantId}`;
  const minutes = shop?.minutes ?? null;
  if (minutes !== null && now.getTime() > Date.parse(recordedAt) + minutes * 60_000) {
    throw new Problem("undo_over", { params: { minutes } });
  }
}
