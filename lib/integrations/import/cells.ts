import type { z } from "zod";
import { parseInput } from "@/lib/access/parse-input";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { type BoundSource, type Row, RowFault } from "./domain/columns";
import { readNumber } from "./domain/read-number";
import type { TimeReader } from "./domain/read-time";

/** Readers of one value of a row. Each refuses by the column to look at. */

export function required(source: BoundSource, row: Row): string {
  const text = source.read(row);
  if (text === undefined) throw new RowFault({ path: source.label, code: "required" });
  return text;
}

/** Texts side by side; undefined when none has anything. */
export function joinedText(sources: readonly BoundSource[], row: Row): string | undefined {
  const texts = sources.flatMap((source) => source.read(row) ?? []);
  return texts.length > 0 ? texts.join(" ") : undefined;
}

/** Units of 10^-decimals, of all sources together; undefined when none has anything. */
export function summed(
  sources: readonly BoundSource[],
  row: Row,
  decimals: number,
  mark: "." | ",",
): number | undefined {
  let sum: number | undefined;
  for (const source of sources) {
    const text = source.read(row);
    if (text === undefined) continue;
    const value = readNumber(text, decimals, mark);
    if (value === null)
      throw new RowFault({ path: source.label, code: "import.number", params: { value: text.slice(0, 60) } });
    if (value < 0) throw new RowFault({ path: source.label, code: "import.negative" });
    sum = (sum ?? 0) + value;
  }
  return sum;
}

export function timeOf(source: BoundSource, row: Row, reader: TimeReader): number | undefined {
  const text = source.read(row);
  if (text === undefined) return undefined;
  const time = reader(text);
  if (time === null || time < 0 || time >= 7_258_118_400_000) {
    throw new RowFault({ path: source.label, code: "import.time", params: { value: text.slice(0, 60) } });
  }
  return time;
}

/**
 * Checks what was read by the schema that every other way in is checked by. A refusal names the columns that the field
 * was read from.
 */
export function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  labels: Readonly<Record<string, string>>,
): z.output<S> {
  try {
    return parseInput(schema, value);
  } catch (error) {
    const field = error instanceof Problem ? error.fields[0] : undefined;
    if (!field) throw error;
    throw new RowFault({ ...field, path: labelOf(field.path, labels) });
  }
}

function labelOf(path: string, labels: Readonly<Record<string, string>>): string {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const label = labels[at];
    if (label !== undefined) return label;
  }
  return path;
}

/** Runs a reader and turns its refusal into a value. */
export function faultOf<T>(read: () => T): { ok: true; value: T } | { ok: false; fault: FieldProblem } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof RowFault) return { ok: false, fault: error.field };
    throw error;
  }
}

export const labelsOf = (sources: readonly BoundSource[]): string =>
  sources.map((source) => source.label).join(" + ");
