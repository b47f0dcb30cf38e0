import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ImportRequest } from "./import-run";
import { type CsvFile, type CsvOptions, openCsv } from "./read-csv";
import type { Refusal, Staging } from "./staging";

/**
 * Writes the refused rows as they stand in the file, each after its number, its column and the reason. With the same
 * mapping the corrected file can be imported again: columns that a mapping does not name are left alone. A file of an
 * earlier run, which is not true any more, goes.
 */
export async function reportRefusals(
  { file, refusedFile }: Pick<ImportRequest, "file" | "refusedFile">,
  settings: CsvOptions,
  staging: Staging,
): Promise<string | null> {
  const path = refusedFile ?? `${file}.refused.csv`;
  if ((await staging.refusedCount()) === 0) {
    await rm(path, { force: true });
    return null;
  }
  const source = await openCsv(file, settings);
  await pipeline(Readable.from(textOf(source, staging.refusals())), createWriteStream(path));
  return path;
}

async function* textOf(source: CsvFile, refusals: AsyncIterable<Refusal[]>): AsyncGenerator<string> {
  const { delimiter } = source;
  const cell = (value: string | number | null) => csvCell(String(value ?? ""), delimiter);
  yield `${["refused row", "refused field", "refused because"].map(cell).join(delimiter)}${delimiter}${source.headerLine}\n`;
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
