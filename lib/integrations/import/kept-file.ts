import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "@/db/client";

/** Which file of which import. */
export interface FileRef {
  merchantId: number;
  id: string;
  file: "sent" | "refused";
}

const partBytes = 1_048_576;

/** Keeps a stream of bytes in the database, a part at a time, and says how many there were. */
export async function keepFile(
  { sql }: Database,
  { merchantId, id, file }: FileRef,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  await sql`
    delete from import_file_part where merchant_id = ${merchantId} and import_id = ${id} and file = ${file}`;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let total = 0;
  let no = 0;
  const flush = async () => {
    if (heldBytes === 0) return;
    const bytes = Buffer.concat(held);
    [held, heldBytes] = [[], 0];
    await sql`
      insert into import_file_part (merchant_id, import_id, file, no, bytes)
      values (${merchantId}, ${id}, ${file}, ${no++}, ${bytes})`;
  };
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    total += chunk.length;
    if (heldBytes >= partBytes) await flush();
  }
  await flush();
  return total;
}

/** The bytes of a kept file; with `most`, only the parts that hold its first so many. */
export async function* keptBytes(
  { sql }: Pick<Database, "sql">,
  { merchantId, id, file }: FileRef,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  let sent = 0;
  for (let no = 0; sent < most; no++) {
    const [part] = await sql<{ bytes: Buffer }[]>`
      select bytes from import_file_part
      where merchant_id = ${merchantId} and import_id = ${id} and file = ${file} and no = ${no}`;
    if (!part) return;
    sent += part.bytes.length;
    yield part.bytes;
  }
}

/** Has the file lie on the disk for as long as `run` takes, in a directory of its own. */
export async function withKeptFile<T>(
  database: Database,
  ref: FileRef & { name: string; most?: number },
  run: (path: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "regulars-import-"));
  try {
    const path = join(directory, safeName(ref.name));
    await pipeline(Readable.from(keptBytes(database, ref, ref.most)), createWriteStream(path));
    return await run(path);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A name that was sent may be a path, or none. */
export function safeName(name: string): string {
  const last = basename(name.replaceAll("\\", "/"))
    .replace(/[\p{Cc}/]/gu, "")
    .slice(-120);
  return last === "" || last === "." || last === ".." ? "file.csv" : last;
}
