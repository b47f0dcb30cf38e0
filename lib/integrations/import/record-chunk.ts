import type { Tx } from "@/db/client";
import { withRetries } from "@/lib/access/define-command";
import { recordPurchases } from "@/lib/earning/record-purchases";
import { describeProblem } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import type { Problem } from "@/lib/kernel/problems";
import { columnWords } from "./column-words";
import type { ImportedPurchase } from "./domain/purchase-chunks";
import type { ImportContext, ImportCounts } from "./import-run";
import type { FieldLabels, Refusal } from "./staging";

export interface RecordedChunk extends ImportCounts {
  refusals: Refusal[];
  /** What came of each purchase, in their order. */
  each: ("refused" | "repeated" | { points: number })[];
}

interface ChunkOptions {
  /** Null: a dry run, decided like any other and taken back. */
  importId: string | null;
  /** Whether buyers who are not members become members. */
  enrol: boolean;
  labels: FieldLabels;
}

class TakenBack extends Error {
  constructor(readonly chunk: RecordedChunk) {
    super("a dry run");
  }
}

/** Records some purchases of a file, and enrols their buyers, in one transaction. */
export async function recordChunk(
  context: ImportContext,
  chunk: readonly ImportedPurchase[],
  options: ChunkOptions,
): Promise<RecordedChunk> {
  try {
    return await withRetries(() =>
      context.database.transaction(async (tx) => {
        const recorded = await recordIn(tx, context, chunk, options);
        if (options.importId === null) throw new TakenBack(recorded);
        return recorded;
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.chunk;
    throw error;
  }
}

async function recordIn(
  tx: Tx,
  { actor, now, locale }: ImportContext,
  chunk: readonly ImportedPurchase[],
  { importId, enrol, labels }: ChunkOptions,
): Promise<RecordedChunk> {
  const recorded: RecordedChunk = {
    accepted: 0,
    repeated: 0,
    membersCreated: 0,
    points: 0,
    refusals: [],
    each: [],
  };
  const inputs = chunk.map(({ input }) => input);
  const outcomes = await recordPurchases({ tx, actor, now }, inputs, {
    importing: { id: importId, enrol },
  });
  for (const [index, outcome] of outcomes.entries()) {
    recorded.each.push(!outcome.ok ? "refused" : outcome.repeated ? "repeated" : { points: outcome.points });
    if (!outcome.ok) {
      const rows = chunk[index]?.rows ?? [];
      recorded.refusals.push(...refusalsOf(rows, outcome.problem, { labels, locale: locale ?? "en" }));
    } else if (outcome.repeated) recorded.repeated += 1;
    else {
      recorded.accepted += 1;
      recorded.points += outcome.points;
      if (outcome.enrolled) recorded.membersCreated += 1;
    }
  }
  return recorded;
}

function refusalsOf(
  rows: readonly number[],
  problem: Problem,
  { labels, locale }: { labels: FieldLabels; locale: Locale },
): Refusal[] {
  const words = describeProblem(problem, locale);
  const [first] = words.fields;
  const field = first ? columnOf(first.path, labels, locale) : null;
  return rows.map((row) => ({
    row,
    field,
    code: first?.code ?? problem.code,
    message: first?.message ?? words.title,
  }));
}

/** What a purchase comes to is the sum of its rows' amounts, whichever of them is meant. */
const columnOf = (path: string, labels: FieldLabels, locale: Locale): string =>
  labels[/^lines(\.\d+\.amount)?$/.test(path) ? "amount" : (path as keyof FieldLabels)] ??
  columnWords(locale)(path.startsWith("lines.") ? path : `purchase.${path}`);
