import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvLine } from "./csv";

test("a formula is text: =1+1, +90, -5, @SUM and those behind spaces, tabs and full-width signs", () => {
  expect(["=1+1", "+905321234567", "-5", "@SUM(A1)", " =1", "\t=1", "＝1"].map(csvCell)).toEqual([
    "'=1+1",
    "'+905321234567",
    "'-5",
    "'@SUM(A1)",
    "' =1",
    `"'\t=1"`,
    "'＝1",
  ]);
});

test("numbers stay numbers, nothing is nothing, names with commas and quotes are one cell", () => {
  expect(csvLine([-80, 0, null, undefined, "", 'Öz, "Can"'])).toBe('-80,0,,,,"Öz, ""Can"""\r\n');
});

test("whatever a text is, a reader of CSV gets it back, and no cell begins as a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2 }), (cells) => {
      const [row = []] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
      expect(row.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/, ""))).toEqual(cells);
      expect(row.some((cell) => /^[=+\-@]/.test(cell))).toBe(false);
    }),
  );
});
