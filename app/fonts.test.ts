import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const lira = 0x20ba;

interface Face {
  files: string[];
  /** Of characters that it is asked for. */
  ranges: [number, number][];
}

/** The faces as fonts.ts declares them to the browser. */
function declared(): Face[] {
  const source = readFileSync(join(here, "fonts.ts"), "utf8");
  return source
    .split("localFont({")
    .slice(1)
    .map((block) => ({
      files: [...block.matchAll(/"([^"]+\.(?:woff2|otf))"/g)].map(([, path]) => join(here, path ?? "")),
      ranges: [...block.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from, to]) => [
        Number.parseInt(from ?? "", 16),
        Number.parseInt(to ?? from ?? "", 16),
      ]),
    }));
}

/** Whether an OpenType file draws a character: its format 4 table from characters to glyphs is asked. */
function draws(file: string, character: number): boolean {
  const font = readFileSync(file);
  if (font.toString("latin1", 0, 4) !== "OTTO") throw new Error(`${file} is packed`);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (record === undefined) return false;
  const cmap = font.readUInt32BE(record + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) =>
    font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  return subtables.some((offset) => {
    const at = cmap + offset;
    if (font.readUInt16BE(at) !== 4) return false;
    const count = font.readUInt16BE(at + 6) / 2;
    return Array.from({ length: count }, (_, index) => {
      const last = font.readUInt16BE(at + 14 + index * 2);
      const first = font.readUInt16BE(at + 16 + (count + index) * 2);
      return first <= character && character <= last && last !== 0xffff;
    }).some(Boolean);
  });
}

test("the lira's sign is asked of files that draw it, in both typefaces and each weight: U+20BA", () => {
  const asked = declared().filter(({ ranges }) => ranges.some(([from, to]) => from <= lira && lira <= to));
  const files = asked.flatMap((face) => face.files);
  expect(files).toHaveLength(3);
  expect(files.filter((file) => !draws(file, lira))).toEqual([]);
});
