import type { Database, Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";

/**
 * What people would do in a shop that its owner may have changed since: all together, and where the shop refuses
 * something, one by one without it.
 */
export async function asFarAsAllowed<Item>(
  database: Database,
  items: readonly Item[],
  work: (tx: Tx, items: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  if (items.length === 0) return;
  const refused = await unlessRefused(() => database.transaction((tx) => work(tx, items)));
  if (refused && items.length > 1) for (const one of items) await asFarAsAllowed(database, [one], work);
}

/** Whether the shop refused it. */
export async function unlessRefused(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return true;
  }
}
