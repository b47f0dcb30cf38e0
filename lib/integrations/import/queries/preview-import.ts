import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { parseInput } from "@/lib/access/parse-input";
import { describeField, describeProblem } from "@/lib/kernel/describe-problem";
import { id } from "@/lib/kernel/fields";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { guessMapping, seemsToHold } from "../domain/guess-mapping";
import { FileFault } from "../file-fault";
import type { ImportContext } from "../import-run";
import { type PreviewedRow, previewMembers, previewPurchases } from "../preview-rows";
import { readSample, type Sample } from "../sample-rows";
import { csvOptionsSchema, membersMappingSchema, purchasesMappingSchema } from "../schemas";

export interface ImportPreview {
  header: string[];
  /** Of each column, the first value that is there. */
  samples: Record<string, string>;
  /** Of each column with few of them, the different values, the most frequent first. */
  values: Record<string, string[]>;
  /** What is in the file, by its columns. */
  seems: "purchases" | "members";
  /** What the columns seem to mean. */
  guess: Record<string, unknown>;
  /** The first rows as they will land; null while the mapping lacks something. */
  rows: PreviewedRow[] | null;
  /** What the mapping lacks, by its path. */
  fields: Record<string, string>;
  /** Why the file cannot be read as it is told to. */
  failure: string | null;
}

const fewValues = 24;

/** The first rows of a sent file, as they would land with this mapping. Everything is decided and nothing written. */
export const previewImport = defineQuery({
  name: "import.preview",
  permission: "import.run",
  input: z.strictObject({
    id: id(),
    kind: z.enum(["purchases", "members"]),
    mapping: z.record(z.string(), z.unknown()),
    locale: z.enum(locales),
  }),
  async run({ actor, input, now, database }): Promise<ImportPreview> {
    const { kind, mapping, locale } = input;
    const read = await sampleOf(database, actor.merchantId, input);
    if ("failure" in read) return { ...nothing, failure: read.failure };
    const { header, records } = read;
    const rows = records.filter(({ fault }) => !fault).map(({ fields }) => fields);
    const seen = {
      header,
      samples: firstValues(header, rows),
      values: differentValues(header, rows),
      seems: seemsToHold(header),
      guess: guessMapping(kind, { header, rows }),
      failure: null,
    };
    try {
      return { ...seen, rows: await land({ actor, now, database, locale }, kind, mapping, read), fields: {} };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const fields = error.fields.map((field) => [field.path, describeField(field, locale, "screen")]);
      const other = error.fields.length === 0 ? describeProblem(error, locale, "screen").title : null;
      return { ...seen, rows: null, fields: Object.fromEntries(fields), failure: other };
    }
  },
});

const nothing: ImportPreview = {
  header: [],
  samples: {},
  values: {},
  seems: "purchases",
  guess: {},
  rows: null,
  fields: {},
  failure: null,
};

async function sampleOf(
  database: Database,
  merchantId: number,
  { id: importId, mapping, locale }: { id: string; mapping: Record<string, unknown>; locale: Locale },
): Promise<Sample | { failure: string }> {
  const [run] = await database.sql<{ name: string; bytes: number | null }[]>`
    select file_name as name, file_bytes as bytes from import_run
    where merchant_id = ${merchantId} and id = ${importId}`;
  if (!run) throw new Problem("not_found");
  const { encoding, delimiter } = mapping;
  const options = csvOptionsSchema.safeParse({ encoding, delimiter });
  try {
    const file = { merchantId, id: importId, name: run.name, bytes: run.bytes ?? 0 };
    return await readSample(database, file, options.success ? options.data : {});
  } catch (error) {
    if (error instanceof FileFault) return { failure: describeField(error.field, locale) };
    throw error;
  }
}

function land(
  context: ImportContext,
  kind: "purchases" | "members",
  mapping: unknown,
  sample: Sample,
): Promise<PreviewedRow[]> {
  return kind === "purchases"
    ? previewPurchases(context, parseInput(purchasesMappingSchema, mapping), sample)
    : previewMembers(context, parseInput(membersMappingSchema, mapping), sample);
}

const firstValues = (header: readonly string[], rows: readonly string[][]): Record<string, string> =>
  Object.fromEntries(
    header.flatMap((column, at) => {
      const value = rows.find((row) => row[at]?.trim())?.[at]?.trim();
      return value === undefined ? [] : [[column, value.slice(0, 60)]];
    }),
  );

function differentValues(header: readonly string[], rows: readonly string[][]): Record<string, string[]> {
  const columns = header.flatMap((column, at) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = row[at]?.trim() ?? "";
      if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    if (counts.size === 0 || counts.size > fewValues) return [];
    const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value.slice(0, 60));
    return [[column, sorted] as const];
  });
  return Object.fromEntries(columns);
}
