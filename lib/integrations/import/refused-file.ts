import { createWriteStream } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";
import { refusedColumns } from "./column-words";
import { FileFault } from "./file-fault";
import type { ImportRequest } from "./import-run";
import { type CsvFile, type CsvOptions, openCsv } from "./read-csv";
import type { Refusal, Staging } from "./staging";

/**
 * Where the refused rows will be written. What is there already is written over, or goes when nothing is refused, so it may
 * only be what an earlier run wrote; asked before anything is recorded.
 */
export async function refusedPlace({
  file,
  refusedFile,
}: Pick<ImportRequest, "file" | "refusedFile">): Promise<string> {
  const path = refusedFile ?? `${file}.refused.csv`;
  const there = await stat(path).catch(absent(path));
  if (!there) {
    await requireWritable(path);
    await rm(path);
    return path;
  }
  const imported = await stat(file);
  // A list of refused rows that was corrected is imported like any other file.
  const itself = there.dev === imported.dev && there.ino === imported.ino;
  // An empty one is a run's that ended before its first row, and has nothing to lose.
  const isFree = there.isFile() && (there.size === 0 || (await isOurs(path)));
  if (itself || !isFree) throw new FileFault("refused_taken", { name: basename(path) });
  await requireWritable(path);
  return path;
}

const absent =
  (path: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== "ENOENT") throw unwritable(path, error);
    return undefined;
  };

/** Before the first row: after the last one it would be too late to say that nobody can be told what was refused. */
async function requireWritable(path: string): Promise<void> {
  try {
    const file = await open(path, "a");
    await file.close();
  } catch (error) {
    throw unwritable(path, error as NodeJS.ErrnoException);
  }
}

const unwritable = (path: string, error: NodeJS.ErrnoException): FileFault =>
  new FileFault("refused_unwritable", { path, why: error.code ?? error.message }, { cause: error });

async function isOurs(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(200) });
    const begins = buffer.toString("utf8", 0, bytesRead).replaceAll('"', "");
    return locales.some((locale) => {
      const own = refusedColumns(locale);
      const delimiter = begins[own[0]?.length ?? 0] ?? "";
      return begins.startsWith(own.join(delimiter));
    });
  } finally {
    await file.close();
  }
}

/**
 * Writes the refused rows as they stand in the file, each after its number, its column and the reason. With the same
 * mapping the corrected file can be imported again: columns that a mapping does not name are left alone. A file of an
 * earlier run, which is not true any more, goes.
 */
export async function reportRefusals(
  { file, path }: { file: string; path: string },
  settings: CsvOptions,
  staging: Staging,
  locale: Locale = "en",
): Promise<string | null> {
  if ((await staging.refusedCount()) === 0) {
    await rm(path, { force: true });
    return null;
  }
  const source = await openCsv(file, settings);
  await pipeline(
    Readable.from(textOf(source, staging.refusals(), refusedColumns(locale))),
    createWriteStream(path),
  );
  return path;
}

async function* textOf(
  source: CsvFile,
  refusals: AsyncIterable<Refusal[]>,
  ownColumns: readonly string[],
): AsyncGenerator<string> {
  const { delimiter } = source;
  const cell = (value: string | number | null) => csvCell(String(value ?? ""), delimiter);
  yield `${ownColumns.map(cell).join(delimiter)}${delimiter}${source.headerLine}\n`;
  const waiting = flat(refusals);
  let next = await waiting.next();
  for await (const batch of source.records()) {
    let text = "";
    for (const record of batch) {
      while (!next.done && next.value.row < record.line) next = await waiting.next();
      if (next.done) break;
      if (next.value.row !== record.line) continue;
      const { row, field, message } = next.value;
      text += `${[row, field, message].map(cell).join(delimiter)}${delimiter}${record.raw}\n`;
      next = await waiting.next();
    }
    if (text !== "") yield text;
    if (next.done) return;
  }
}

async function* flat<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

const csvCell = (value: string, delimiter: string): string =>
  value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
