import { execFileSync } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { directoryEntry, packTar, type TarEntry, textEntry, unpackTar } from "./tar";

async function* from<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

const pack = (entries: TarEntry[]): Promise<Buffer> => buffer(packTar(from(entries)));

async function unpack(chunks: Buffer[]): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { name, content } of unpackTar(from(chunks))) found.push([name, await text(content)]);
  return found;
}

function cut(archive: Buffer, length: number): Buffer[] {
  const chunks = [];
  for (let at = 0; at < archive.length; at += length) chunks.push(archive.subarray(at, at + length));
  return chunks;
}

it("any files come back as they were, however the stream is cut", async () => {
  const files = fc.array(
    fc.tuple(fc.stringMatching(/^[a-z]{1,20}$/), fc.string({ maxLength: 2_000, unit: "grapheme" })),
  );
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 3_000 }), async (entries, length) => {
      const archive = await pack(entries.map(([name, content]) => textEntry(name, content)));
      expect(await unpack(cut(archive, length))).toEqual(entries);
    }),
    { numRuns: 50 },
  );
});

it("a file of 512 announced bytes that turns out to have 3 or 1000 is filled or cut to 512", async () => {
  const announced = (content: string): TarEntry => ({
    name: "f",
    size: 512,
    content: from([Buffer.from(content)]),
  });
  const archive = await pack([
    announced("abc"),
    announced("x".repeat(1_000)),
    textEntry("after", "still here"),
  ]);
  expect((await unpack([archive])).map(([, content]) => content.replaceAll("\0", "").length)).toEqual([
    3, 512, 10,
  ]);
});

it("entries that are not read are passed over", async () => {
  const archive = await pack([textEntry("one", "1".repeat(5_000)), textEntry("two", "2")]);
  const names = [];
  for await (const { name } of unpackTar(from([archive]))) names.push(name);
  expect(names).toEqual(["one", "two"]);
});

it("the system's tar reads it", async () => {
  const archive = await pack([directoryEntry("a"), textEntry("a/b", "content")]);
  expect(execFileSync("tar", ["-xOf", "-", "a/b"], { input: archive, encoding: "utf8" })).toBe("content");
});

it.each(["../outside", "/etc/passwd", "a/../../b"])(
  "a name that leads outside, %s, is refused",
  async (name) => {
    await expect(unpack([await pack([textEntry(name, "x")])])).rejects.toThrow("damaged");
  },
);

it("an archive that ends early or is something else is refused", async () => {
  const archive = await pack([textEntry("a", "content")]);
  await expect(unpack([archive.subarray(0, 600)])).rejects.toThrow("damaged");
  await expect(unpack([Buffer.from("something else".repeat(100))])).rejects.toThrow("damaged");
});
