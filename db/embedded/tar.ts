/** Just enough of the ustar format to write a tree that changes meanwhile, and to read it back; `tar` reads it too. */

const block = 512;

export interface TarEntry {
  /** Relative, with forward slashes; a directory's ends with one. */
  name: string;
  size: number;
  content: AsyncIterable<Buffer>;
}

export const directoryEntry = (name: string): TarEntry => ({ name: `${name}/`, size: 0, content: only() });

export const textEntry = (name: string, text: string): TarEntry => {
  const content = Buffer.from(text);
  return { name, size: content.length, content: only(content) };
};

async function* only(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** The archive of the entries. Content that turns out longer or shorter than announced is cut or filled with zeros. */
export async function* packTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  for await (const { name, size, content } of entries) {
    yield header(name, size);
    let left = size;
    for await (const chunk of content) {
      if (left === 0) break;
      const fitting = chunk.subarray(0, left);
      left -= fitting.length;
      yield fitting;
    }
    const gap = left + padding(size);
    if (gap > 0) yield Buffer.alloc(gap);
  }
  yield Buffer.alloc(2 * block);
}

const padding = (size: number): number => (block - (size % block)) % block;

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long a name for an archive`);
  const isDirectory = name.endsWith("/");
  bytes.write(name, 0);
  bytes.write(octal(isDirectory ? 0o700 : 0o600, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(0, 12), 136);
  bytes.write(isDirectory ? "5" : "0", 156);
  bytes.write("ustar\0" + "00", 257);
  bytes.write(octal(checksum(bytes), 8), 148);
  return bytes;
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

/** Sum of the header's bytes, with its own field counted as spaces. */
const checksum = (bytes: Buffer): number =>
  bytes.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

/** The entries of an archive, in order. Each one's content is read to its end before the next is asked for. */
export async function* unpackTar(archive: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new Source(archive);
  for (;;) {
    const bytes = await source.exactly(block);
    if (bytes.every((byte) => byte === 0)) return;
    const entry = readHeader(bytes);
    const content = source.upTo(entry.size);
    yield { ...entry, content };
    for await (const _ of content);
    await source.exactly(padding(entry.size));
  }
}

/** Whoever unpacks says which file it was. */
export class DamagedArchive extends Error {}

const damaged = () => new DamagedArchive("the archive is damaged or not one of ours");

function readHeader(bytes: Buffer): { name: string; size: number } {
  const field = (from: number, to: number) => bytes.toString("utf8", from, to).replace(/[\0 ].*$/s, "");
  const name = field(0, 100);
  if (Number.parseInt(field(148, 156), 8) !== checksum(bytes)) throw damaged();
  if (name === "" || name.startsWith("/") || name.split("/").includes("..")) throw damaged();
  return { name, size: Number.parseInt(field(124, 136), 8) };
}

/** Bytes of a stream, taken in the amounts that are asked for. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(archive: AsyncIterable<Buffer>) {
    this.#chunks = archive[Symbol.asyncIterator]();
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.upTo(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *upTo(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0) await this.#more();
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw damaged();
    this.#rest = next.value;
  }
}
