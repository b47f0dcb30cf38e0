import { ownValue } from "@/lib/kernel/own-value";
import type { Program } from "@/lib/program/schemas";
import { decideLimited } from "./decide-award";
import type { AwardLine, RecordedFacts } from "./types";

/** A purchase with the facts that it was decided by, and what is left of it. */
export interface PastPurchase {
  memberId: string;
  facts: Omit<RecordedFacts, "program">;
  lines: AwardLine[];
}

export interface Rehearsal {
  /** What is published, and held against the draft. */
  version: number;
  /** How many purchases were decided again, and the local day of the first. */
  purchases: number;
  since: string;
  days: number;
  /** Points that each would have given. */
  published: number;
  draft: number;
  /** Minor units: what the difference is worth when it pays. */
  worth: number;
  /** How many members would have got more, and how many less. */
  gain: number;
  lose: number;
  /** Those whom it makes the greatest difference to. */
  furthest: { id: string; name: string | null; card: string; published: number; draft: number }[];
}

/**
 * What each member would have earned with the purchases it is given, oldest first, had the program been in force all along:
 * by the tiers they had then. Caps and budgets begin with what was used of them before the first, and fill up by what the
 * program itself gives.
 */
export function rehearsalOf(program: Program) {
  const given = new Map<string, number>();
  const capsUsed = new Map<string, Record<string, number>>();
  let budgetUsed: Record<string, number> | null = null;
  return {
    given,
    add({ memberId, facts, lines }: PastPurchase): void {
      const capUsed = capsUsed.get(memberId) ?? { ...facts.capUsed };
      capsUsed.set(memberId, capUsed);
      budgetUsed ??= { ...facts.budgetUsed };
      const { points, capUse, budgetUse } = decideLimited({ ...facts, program, lines, capUsed, budgetUsed });
      addTo(capUsed, capUse);
      addTo(budgetUsed, budgetUse);
      given.set(memberId, (given.get(memberId) ?? 0) + points);
    },
  };
}

function addTo(used: Record<string, number>, use: Record<string, number>): void {
  for (const [key, points] of Object.entries(use)) used[key] = (ownValue(used, key) ?? 0) + points;
}
