import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRecord, CsvRecords } from "./csv-records";
import { guessDelimiter, scanFields } from "./scan-fields";

function read(text: string, width = 0, delimiter = ","): CsvRecord[] {
  const into: CsvRecord[] = [];
  const records = new CsvRecords({ delimiter, width });
  text.split("\n").forEach((line, index) => {
    records.push(index + 1, line, into);
  });
  records.end(into);
  return into;
}

const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', ",", 'a"b', "two\nlines", " ", "ş"));
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );
const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe("a record", () => {
  test("whatever cells are written with quotes are read back, as another reader reads them", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const clean = rows.map((row) => row.map((value) => value.replace(/\r|\ufffd/g, "")));
        const text = clean.map((row) => row.map(quote).join(",")).join("\n");
        const records = read(text, clean[0]?.length);
        expect(records.map(({ fields }) => fields)).toEqual(clean);
        expect(records.map(({ fields }) => fields)).toEqual(parse(text, { relax_column_count: true }));
        expect(records.map(({ raw }) => raw).join("\n")).toBe(text);
      }),
    );
  });

  test("a quote inside a field that does not begin with one is a character", () => {
    expect(scanFields('12" pan,1', ",")).toEqual(['12" pan', "1"]);
  });

  test("text after a closing quote is broken, a quote that is not closed is open", () => {
    expect(scanFields('"a"b,1', ",")).toBe("broken");
    expect(scanFields('"a,1', ",")).toBe("open");
  });

  test("the delimiter is the one that cuts the header into most columns, quotes aside", () => {
    expect(guessDelimiter("a;b;c")).toBe(";");
    expect(guessDelimiter("a\tb")).toBe("\t");
    expect(guessDelimiter('"a,b,c";d;e')).toBe(";");
    expect(guessDelimiter("a")).toBe(",");
  });
});

describe("a broken quote", () => {
  test("costs its own row: of 4 rows the 2nd is refused and 3 are read", () => {
    const records = read('a,1\n"b,2\nc,3\nd,4', 2);
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, "csv.quote"],
      [3, undefined],
      [4, undefined],
    ]);
  });

  test("that another broken quote seems to close costs both rows and no other", () => {
    const records = read('"a,1\nb,2\n"c,3\nd,4', 2);
    expect(records.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([1, 3]);
    expect(records.filter(({ fault }) => !fault).map(({ fields }) => fields[0])).toEqual(["b", "d"]);
  });

  test("is given up after 200 lines: the rows of a long file are not held", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `r${index},1`);
    const records = read(['"open,1', ...rows].join("\n"), 2);
    expect(records.filter(({ fault }) => fault)).toHaveLength(1);
    expect(records).toHaveLength(1001);
  });
});

test("a row with a field too few or too many, and one that is not in the encoding, say so", () => {
  expect(read("a,1\nb\nc,3,x\n\ufffd,4", 2).map(({ fault }) => fault)).toEqual([
    undefined,
    "csv.columns",
    "csv.columns",
    "csv.encoding",
  ]);
});

test("empty lines are no rows, and the numbers of the others are those of the file", () => {
  expect(read("a,1\n\n\nb,2", 2).map(({ line }) => line)).toEqual([1, 4]);
});
