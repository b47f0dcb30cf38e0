import { diffLines, type LineChange } from "./diff-lines";
import type { ProgramLines } from "./program-lines";

export const parts = [
  "rules",
  "caps",
  "productTypes",
  "tiers",
  "activities",
  "rewards",
  "expiry",
  "settings",
] as const;
export type Part = (typeof parts)[number];

/** What differs between two programs, part by part. Everything is new when nothing is published yet, settings and expiry apart. */
export function programChanges(
  before: ProgramLines | null,
  after: ProgramLines,
): { part: Part; changes: LineChange[] }[] {
  return parts
    .map((part) => ({
      part,
      changes: diffLines(before?.[part] ?? (hasDefault(part) ? after[part] : []), after[part]),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** What a program says even when nobody has said it. */
const hasDefault = (part: Part): boolean => part === "settings" || part === "expiry";
