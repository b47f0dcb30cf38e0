import type { PurchaseInput } from "@/lib/earning/schemas";

/** The rows of one purchase, brought together from wherever in the file they stood. */
export interface StagedPurchase {
  purchase: string;
  member: string;
  /** ms since 1970. */
  at: number;
  channel: string | null;
  /** Those that were not refused; 501 of them at most. */
  rows: number[];
  bodies: string[];
  count: number;
  /** A row that was refused, or that says something else about the purchase than another. */
  refusedRow: number | null;
  differs: "member" | "occurredAt" | "channel" | null;
}

/** A purchase that waits to be recorded, and the rows of the file that it came from. */
export interface ImportedPurchase {
  input: PurchaseInput;
  member: string;
  rows: number[];
}

/** Purchases in one transaction. Some hundreds share its cost; more only hold their members longer. */
const chunkSize = 500;

/**
 * Cuts a stream of purchases, sorted by member, into chunks of which no two share a member, except that a member with more
 * purchases than a chunk goes on in the next.
 */
export async function* chunksByMember(
  batches: AsyncIterable<ImportedPurchase[]>,
): AsyncGenerator<ImportedPurchase[]> {
  let held: ImportedPurchase[] = [];
  for await (const batch of batches) {
    held = held.concat(batch);
    while (held.length > chunkSize) {
      const cut = lastMemberStart(held.slice(0, chunkSize + 1)) || chunkSize;
      yield held.slice(0, cut);
      held = held.slice(cut);
    }
  }
  if (held.length > 0) yield held;
}

/** The same for a stream sorted by time: only one of its chunks may be under way. */
export async function* chunksByTime(
  batches: AsyncIterable<ImportedPurchase[]>,
): AsyncGenerator<ImportedPurchase[]> {
  for await (const batch of batches)
    for (let at = 0; at < batch.length; at += chunkSize) yield batch.slice(at, at + chunkSize);
}

/** Where the last member's purchases begin. */
function lastMemberStart(purchases: readonly ImportedPurchase[]): number {
  const last = purchases.at(-1)?.member;
  let start = purchases.length;
  while (start > 0 && purchases[start - 1]?.member === last) start -= 1;
  return start;
}

/** What was staged, as it is recorded. */
export function importedPurchase(staged: StagedPurchase): ImportedPurchase {
  return {
    member: staged.member,
    rows: staged.rows,
    input: {
      externalId: staged.purchase,
      member: JSON.parse(staged.member),
      occurredAt: new Date(staged.at),
      channel: staged.channel ?? "store",
      lines: staged.bodies.map((body) => JSON.parse(body)),
      tender: [],
    },
  };
}
