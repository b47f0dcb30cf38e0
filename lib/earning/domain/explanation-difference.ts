import type { ExplanationRow } from "./explain";

export interface DifferingRow {
  label: string;
  before: number;
  after: number;
}

/** Why two awards for the same purchase differ: the reasons that gave more, less or nothing in one of them. */
export function differingRows(
  before: readonly ExplanationRow[],
  after: readonly ExplanationRow[],
): DifferingRow[] {
  const [was, is] = [before, after].map(byLabel) as [Map<string, number>, Map<string, number>];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((label) => ({ label, before: was.get(label) ?? 0, after: is.get(label) ?? 0 }))
    .filter((row) => row.before !== row.after);
}

/** A reason may come twice, for two products. */
function byLabel(rows: readonly ExplanationRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { label, points } of rows) sums.set(label, (sums.get(label) ?? 0) + points);
  return sums;
}
