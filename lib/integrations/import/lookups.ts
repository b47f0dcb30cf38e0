import { basename, dirname, join } from "node:path";
import { OperatorError } from "@/lib/kernel/operator-error";
import type { JoinedColumns, Lookup } from "./domain/columns";
import { openCsv } from "./read-csv";
import type { MembersMapping, PurchasesMapping } from "./schemas";

type Mapping = PurchasesMapping | MembersMapping;

/**
 * Reads the files that a mapping joins: their key and the columns that are used, about 100 bytes a row in memory. A row
 * that cannot be read, or a key that stands for two things, stops the import: what it would get wrong cannot be seen later.
 */
export async function readJoinedFiles(
  importedFile: string,
  mapping: Mapping,
): Promise<Map<string, JoinedColumns>> {
  const joined = new Map<string, JoinedColumns>();
  for (const [name, settings] of Object.entries(mapping.files)) {
    const path = join(dirname(importedFile), settings.file);
    const file = await openCsv(path, settings);
    const position = (column: string): number => {
      const index = file.header.indexOf(column);
      if (index !== file.header.lastIndexOf(column))
        throw new OperatorError(
          `${settings.file} has the column ${column} more than once: give each a name of its own`,
        );
      if (index >= 0) return index;
      throw new OperatorError(`${settings.file} has no column ${column}: it has ${file.header.join(", ")}`);
    };
    const key = position(settings.key);
    const columns = usedColumns(mapping, name).filter((column) => file.header.includes(column));
    const lookup = await readLookup(path, file, key, columns.map(position));
    joined.set(name, { lookup, columns, match: settings.match ?? settings.key });
  }
  return joined;
}

async function readLookup(
  path: string,
  file: Awaited<ReturnType<typeof openCsv>>,
  key: number,
  positions: readonly number[],
): Promise<Lookup> {
  const lookup = new Map<string, readonly string[]>();
  // The same few departments stand beside a million products: one copy of each text is enough.
  const texts = new Map<string, string>();
  const kept = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    // A piece of a string keeps the whole of it in memory; a copy does not.
    const copy = Buffer.from(text).toString();
    if (texts.size < 100_000) texts.set(copy, copy);
    return copy;
  };
  for await (const batch of file.records()) {
    for (const record of batch) {
      if (record.fault)
        throw new OperatorError(`${basename(path)}, line ${record.line}: ${brokenRow[record.fault]}`);
      const name = Buffer.from(record.fields[key]?.trim() ?? "").toString();
      const row = positions.map((position) => kept(record.fields[position]?.trim() ?? ""));
      const earlier = lookup.get(name);
      if (earlier && earlier.join("\0") !== row.join("\0")) {
        throw new OperatorError(
          `${basename(path)}, line ${record.line}: ${name} is there twice, with different values`,
        );
      }
      lookup.set(name, row);
    }
  }
  return lookup;
}

const brokenRow = {
  "csv.quote": "a quote is not closed, or closed in the middle of a field",
  "csv.columns": "the row has more or fewer fields than the header",
  "csv.encoding": "the row is not in the encoding of the file",
};

/** Columns of the joined file `name` that some source of the mapping reads. */
function usedColumns(mapping: Mapping, name: string): string[] {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("column" in value && typeof value.column === "string" && value.column.startsWith(`${name}.`)) {
      used.add(value.column.slice(name.length + 1));
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit("purchase" in mapping ? [mapping.purchase, mapping.line] : mapping.member);
  return [...used];
}
