import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CsvRecord, CsvRecords } from "./domain/csv-records";
import { guessDelimiter, scanFields } from "./domain/scan-fields";
import { FileFault } from "./file-fault";

export interface CsvOptions {
  /** A name that TextDecoder knows. Absent: UTF-8, or UTF-16 when the file begins with its mark. */
  encoding?: string;
  /** Absent: whichever of comma, semicolon, tab and bar cuts the header into the most columns. */
  delimiter?: string;
}

export interface CsvFile {
  header: string[];
  /** The header line as it stands in the file. */
  headerLine: string;
  delimiter: string;
  /** Batches, so that a row costs no await. */
  records(): AsyncGenerator<CsvRecord[]>;
}

/** Longer than any row of a shop's export; what has no line break before it is no CSV. */
const longestLine = 1_048_576;

/** Opens a CSV file, packed with gzip or not, and reads its header. Memory does not grow with the file. */
export async function openCsv(path: string, options: CsvOptions = {}): Promise<CsvFile> {
  const name = basename(path);
  const lines = linesOf(path, options);
  const first = await lines.next();
  let [headerLine = ""] = first.value ?? [];
  const told = /^sep=(.)$/.exec(headerLine)?.[1];
  const skipped = told === undefined ? 1 : 2;
  if (told !== undefined) headerLine = first.value?.[1] ?? "";
  if (headerLine.trim() === "") throw new FileFault("no_header", { name });
  if (headerLine.includes("\ufffd"))
    throw new FileFault("header_encoding", { name, encoding: options.encoding ?? "UTF-8" });
  if (headerLine.includes("\0")) throw new FileFault("utf16", { name });
  if (headerLine.includes("\r")) throw new FileFault("line_ends", { name });
  const delimiter = options.delimiter ?? told ?? guessDelimiter(headerLine);
  const scanned = scanFields(headerLine, delimiter);
  if (!Array.isArray(scanned)) throw new FileFault("header_quote", { name, line: skipped });
  const header = scanned.map((field) => field.trim());
  const records = async function* (): AsyncGenerator<CsvRecord[]> {
    const assembler = new CsvRecords({ delimiter, width: header.length });
    let number = skipped;
    let batch = (first.value ?? []).slice(skipped);
    for (;;) {
      const into: CsvRecord[] = [];
      for (const line of batch) assembler.push(++number, line, into);
      if (into.length > 0) yield into;
      const next = await lines.next();
      if (next.done) break;
      batch = next.value;
    }
    const rest: CsvRecord[] = [];
    assembler.end(rest);
    if (rest.length > 0) yield rest;
  };
  return { header, headerLine, delimiter, records };
}

/** Lines without their breaks, in batches; the first batch has the first two lines, if there are two. */
async function* linesOf(path: string, options: CsvOptions): AsyncGenerator<string[], undefined> {
  const name = basename(path);
  const stream = await openBytes(path);
  let decoder: TextDecoder | undefined;
  let rest = "";
  let held: string[] = [];
  let started = false;
  try {
    for await (const chunk of stream) {
      decoder ??= new TextDecoder(options.encoding ?? markedEncoding(chunk));
      const text = rest + decoder.decode(chunk, { stream: true });
      const lines = text.split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longestLine)
        throw new FileFault(rest.includes("\r") ? "line_ends" : "long_line", { name });
      held = held.concat(lines.map(withoutReturn));
      if (!started && held.length < 2) continue;
      started = true;
      if (held.length > 0) yield held;
      held = [];
    }
  } catch (error) {
    throw readFailure(error, name);
  }
  rest += decoder?.decode() ?? "";
  if (rest !== "") held.push(withoutReturn(rest));
  if (held.length > 0) yield held;
  return undefined;
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

async function openBytes(path: string): Promise<AsyncIterable<Buffer>> {
  const name = basename(path);
  const start = await firstBytes(path, name);
  if (start[0] === 0x50 && start[1] === 0x4b) {
    throw new FileFault("spreadsheet", { name });
  }
  const file = createReadStream(path, { highWaterMark: 131_072 });
  if (start[0] !== 0x1f || start[1] !== 0x8b) return file;
  // Without a callback an error would be thrown where nobody catches it; the reader meets it in its loop.
  return pipeline(file, createGunzip(), () => {});
}

const markedEncoding = (start: Buffer): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
};

async function firstBytes(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readFailure(error, name);
  }
}

const reasons: Record<string, string> = {
  ENOENT: "missing",
  EACCES: "forbidden",
  EISDIR: "directory",
  Z_DATA_ERROR: "damaged",
  Z_BUF_ERROR: "cut_off",
};

function readFailure(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  return reason ? new FileFault(reason, { name }, { cause: error }) : error;
}
