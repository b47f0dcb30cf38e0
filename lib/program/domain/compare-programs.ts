import { ownValue } from "@/lib/kernel/own-value";
import type { Program } from "../schemas";

export interface ProgramChange {
  /** Where, with the keys of rules and types instead of their places: `earning.rules.early.effect.points`. */
  path: string;
  /** undefined where there was, or is, nothing. */
  before: unknown;
  after: unknown;
}

/**
 * Lists whose order means something: tiers are ranked by it, rewards and activities are shown to members in it, and product
 * types are the till's buttons in it.
 */
const ordered = ["productTypes", "tiers", "rewards", "activities"] as const;

/**
 * What differs between two programs, in the order of the second. Rules, tiers and types are matched by key, so that
 * moving one in a file is no change where the order means nothing.
 */
export function comparePrograms(before: Program, after: Program): ProgramChange[] {
  return [...compare("", before, after), ...ordered.flatMap((list) => compareOrder(list, before, after))];
}

function compareOrder(list: (typeof ordered)[number], before: Program, after: Program): ProgramChange[] {
  const keys = (program: Program): string[] => program[list].map(({ key }) => key);
  const kept = (program: Program, other: Program) => keys(program).filter((key) => keys(other).includes(key));
  if (kept(before, after).join("\n") === kept(after, before).join("\n")) return [];
  return [{ path: `${list} (order)`, before: keys(before), after: keys(after) }];
}

function compare(path: string, before: unknown, after: unknown): ProgramChange[] {
  if (isRecord(before) && isRecord(after)) return compareRecords(path, before, after);
  const keyedBefore = byKey(before);
  const keyedAfter = byKey(after);
  if (keyedBefore && keyedAfter) return compareRecords(path, keyedBefore, keyedAfter);
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function compareRecords(
  path: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): ProgramChange[] {
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))];
  return names.flatMap((name) =>
    compare(path ? `${path}.${name}` : name, ownValue(before, name), ownValue(after, name)),
  );
}

/** A list of things with keys (or of caps, one for each period) as a record; null for any other value. */
function byKey(value: unknown): Record<string, unknown> | null {
  if (!Array.isArray(value)) return null;
  const entries = value.map((item: unknown): [string, unknown] | null => {
    const key = isRecord(item) ? (item.key ?? item.per) : undefined;
    return typeof key === "string" ? [key, item] : null;
  });
  return entries.every((entry) => entry !== null) ? Object.fromEntries(entries) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
