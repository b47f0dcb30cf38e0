import { ownValue } from "@/lib/kernel/own-value";

/** A line of a list that is put in order and added to: `no` tells it apart on the screen, its key or number for good. */
interface Row {
  no: number;
  key?: string;
  sku?: string;
  name?: string;
}

/**
 * What was typed over `from`, put over what stands there by now. Each part is one's own where it is as it was, and as it
 * is now where it was changed elsewhere: what is typed takes nobody's change back without a word.
 */
export function mergeTyped<Typed>(from: Typed, typed: Typed, now: Typed): Typed {
  if (isKnown(from) && isRows(typed) && isKnown(now)) return mergeRows(from, typed, now) as Typed;
  if (isSame(typed, from) || isSame(typed, now)) return now;
  if (isSame(now, from)) return typed;
  if (isRecord(from) && isRecord(typed) && isRecord(now)) {
    const parts = new Set([...Object.keys(now), ...Object.keys(typed)]);
    const merged = [...parts].map(
      (part) => [part, mergeTyped(ownValue(from, part), ownValue(typed, part), ownValue(now, part))] as const,
    );
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Typed;
  }
  return now;
}

/** A row keeps the number that it is typed in under: whoever is in it is not moved to another. */
function mergeRows(from: readonly Row[], asTyped: readonly Row[], now: readonly Row[]): Row[] {
  const added = now.filter((row) => !find(from, row) && !find(asTyped, row));
  const typed = asTyped.map((row) => recognised(row, added));
  let last = Math.max(-1, ...typed.map(({ no }) => no));
  const merged = now.flatMap((row) => {
    const [mine, was] = [find(typed, row), find(from, row)];
    if (mine) return [{ ...mergeTyped(was ?? mine, mine, row), no: mine.no }];
    const isTakenAway = was && isSame(row, was);
    if (isTakenAway) return [];
    last += 1;
    return [{ ...row, no: last }];
  });
  const isInOrder = isSame(now.map(idOf), from.map(idOf));
  const mine = typed.flatMap((row) => {
    if (idOf(row) === undefined) return [row];
    const other = isInOrder ? find(merged, row) : undefined;
    return other ? [other] : [];
  });
  const theirs = merged.filter((row) => !mine.includes(row));
  return isInOrder ? [...mine, ...theirs] : [...theirs, ...mine];
}

/** A new row that stands saved by now: the answer to it was lost, or somebody else added the same. */
function recognised(row: Row, added: readonly Row[]): Row {
  if (idOf(row) !== undefined) return row;
  const saved = added.find(({ name }) => name !== undefined && name === row.name?.trim());
  return saved ? { ...row, key: saved.key, sku: saved.sku } : row;
}

const idOf = ({ sku, key }: Row): string | undefined => sku ?? key;

const find = (rows: readonly Row[], like: Row): Row | undefined =>
  rows.find((row) => idOf(row) !== undefined && idOf(row) === idOf(like));

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => isRecord(row) && typeof row.no === "number");

/** Rows that can be found again. A list of others is one part, as a word is: nothing tells which of them was changed. */
const isKnown = (value: unknown): value is Row[] =>
  isRows(value) && value.every((row) => idOf(row) !== undefined);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether both say the same; the number that a row has on the screen says nothing. */
export const isSame = (one: unknown, other: unknown): boolean => saidIn(one) === saidIn(other);

const saidIn = (value: unknown): string =>
  JSON.stringify(value, (part, text) => (part === "no" ? undefined : text));
