import { basename } from "node:path";
import { authorize } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { describeField } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { columnWords } from "../column-words";
import { Columns } from "../domain/columns";
import {
  chunksByMember,
  chunksByTime,
  type ImportedPurchase,
  importedPurchase,
  type StagedPurchase,
} from "../domain/purchase-chunks";
import { labelsOfMapping, type Rules, rulesInForce } from "../import-rules";
import {
  addCounts,
  endRun,
  type ImportContext,
  type ImportCounts,
  type ImportReport,
  type ImportRequest,
  importPlace,
  noCounts,
  startRun,
} from "../import-run";
import { importSession } from "../import-session";
import { readJoinedFiles } from "../lookups";
import { planForGrowth } from "../plan-for-growth";
import { type PurchaseRowReader, purchaseRowReader } from "../purchase-rows";
import { type CsvFile, openCsv } from "../read-csv";
import { recordChunk } from "../record-chunk";
import { refusedPlace, reportRefusals } from "../refused-file";
import { type PurchasesMapping, purchasesMappingSchema } from "../schemas";
import { type FieldLabels, type Refusal, refusalOfPurchase, type StagedRow, Staging } from "../staging";

/**
 * Records the purchases of a file. First the whole file is read and each row judged, so a file that cannot be read writes
 * nothing; then the rows of each purchase are brought together and recorded, a thousand purchases a transaction, by the
 * same decision that a till's purchase takes. Members are told nothing. A purchase that was recorded before is not
 * recorded again, so a run that was stopped is finished by running it again.
 */
export async function importPurchases(context: ImportContext, request: ImportRequest): Promise<ImportReport> {
  const { actor, now, database } = context;
  authorize(actor, "import.run");
  const mapping = parseInput(purchasesMappingSchema, request.mapping);
  const place = await importPlace(database, actor.merchantId);
  const file = await openCsv(request.file, mapping);
  const locale = context.locale ?? "en";
  const joined = await readJoinedFiles(request.file, mapping);
  const columns = new Columns(file.header, joined, mapping.empty, columnWords(locale));
  const read = purchaseRowReader(mapping, columns, place, new Date(now.getTime() + clockSkewMs));
  if (columns.unknown.length > 0) throw new Problem("invalid", { fields: columns.unknown });
  const refusedFile = await refusedPlace(request);
  return importSession(database, actor.merchantId, async (connection) => {
    const staging = await Staging.open(connection);
    try {
      const rows = await fill(staging, file, read, { request, locale });
      return await recordAll({ context, request, refusedFile, mapping, staging, rows });
    } finally {
      await staging.close();
    }
  });
}

async function fill(
  staging: Staging,
  file: CsvFile,
  read: PurchaseRowReader,
  { request, locale }: { request: ImportRequest; locale: Locale },
): Promise<number> {
  const words = (code: string) => describeField({ path: "", code }, locale);
  let rows = 0;
  async function* staged(): AsyncGenerator<StagedRow[]> {
    for await (const batch of file.records()) {
      yield batch.map((record): StagedRow => {
        if (record.fault) {
          const refusal = { row: record.line, field: null, code: record.fault, message: words(record.fault) };
          return { row: record.line, purchase: null, refusal };
        }
        const result = read(record.fields);
        if (result.ok) return { row: record.line, accepted: result.row };
        const { path, code } = result.fault;
        const refusal = {
          row: record.line,
          field: path,
          code,
          message: describeField(result.fault, locale),
        };
        return { row: record.line, purchase: result.purchase, refusal };
      });
      rows += batch.length;
      request.onProgress?.({ doing: "reading", done: rows });
    }
  }
  await staging.fill(staged());
  return rows;
}

interface Recording {
  context: ImportContext;
  request: ImportRequest;
  refusedFile: string;
  mapping: PurchasesMapping;
  staging: Staging;
  rows: number;
}

async function recordAll(recording: Recording): Promise<ImportReport> {
  const { context, request, refusedFile, mapping, staging, rows } = recording;
  const rules = await rulesInForce(context, mapping);
  const dryRun = request.dryRun ?? false;
  const id = dryRun
    ? null
    : await startRun(context, {
        kind: "purchases",
        fileName: basename(request.file),
        mapping: request.mapping,
        runId: request.runId,
      });
  const counts = noCounts();
  const end = async (status: "done" | "failed") => {
    if (!id) return;
    await staging.keepRefusals(context.actor.merchantId, id);
    await endRun(context, id, { ...counts, status, refused: await staging.refusedCount() });
  };
  try {
    await recordChunks(recording, { importId: id, counts, ...rules, labels: labelsOfMapping(mapping) });
    await end("done");
  } catch (error) {
    // What stopped the import may stop this too, and it is the first that matters.
    await end("failed").catch(() => {});
    throw error;
  }
  const refused = await staging.refusedCount();
  return {
    id,
    dryRun,
    rows,
    ...counts,
    refused,
    reasons: await staging.refusalReasons(),
    refusedFile: await reportRefusals(
      { file: request.file, path: refusedFile },
      mapping,
      staging,
      context.locale,
    ),
  };
}

interface ChunkRun extends Rules {
  importId: string | null;
  counts: ImportCounts;
  labels: FieldLabels;
}

async function recordChunks({ context, request, staging }: Recording, run: ChunkRun): Promise<void> {
  const total = await staging.purchaseCount();
  let done = 0;
  const purchases = complete(staging, run, context.locale ?? "en");
  const chunks = run.budgets ? chunksByTime(purchases) : chunksByMember(purchases);
  const lanes = new Lanes(run.budgets ? 1 : 2);
  try {
    for await (const chunk of chunks) {
      await lanes.start(chunk, async () => {
        const recorded = await recordChunk(context, chunk, run);
        addCounts(run.counts, recorded);
        await staging.refuse(recorded.refusals);
        if (done === 0) await planForGrowth(context.database);
        done += chunk.length;
        request.onProgress?.({ doing: "recording", done, total });
      });
    }
  } finally {
    await lanes.settle();
  }
}

/** The purchases of which every row is there and says the same; the others are refused, row by row. */
async function* complete(
  staging: Staging,
  { budgets, labels }: ChunkRun,
  locale: Locale,
): AsyncGenerator<ImportedPurchase[]> {
  for await (const batch of staging.purchases(budgets ? "time" : "member")) {
    const taken: ImportedPurchase[] = [];
    const refused: { staged: StagedPurchase; refusal: Omit<Refusal, "row"> }[] = [];
    for (const staged of batch) {
      const refusal = refusalOfPurchase(staged, labels, locale);
      if (refusal) refused.push({ staged, refusal });
      else taken.push(importedPurchase(staged));
    }
    await staging.refusePurchases(refused);
    if (taken.length > 0) yield taken;
  }
}

/** Chunks under way at once: while the database writes one the next is decided. Chunks of one member wait for each other. */
class Lanes {
  readonly #width: number;
  readonly #running = new Map<Promise<void>, string | undefined>();
  #failed: unknown;

  constructor(width: number) {
    this.#width = width;
  }

  async start(chunk: readonly ImportedPurchase[], work: () => Promise<void>): Promise<void> {
    const first = chunk[0]?.member;
    while (this.#running.size >= this.#width || [...this.#running.values()].includes(first)) {
      await Promise.race(this.#running.keys());
      if (this.#failed) throw this.#failed;
    }
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failed ??= error;
      })
      .finally(() => this.#running.delete(running));
    this.#running.set(running, chunk.at(-1)?.member);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#running.keys());
    if (this.#failed) throw this.#failed;
  }
}
