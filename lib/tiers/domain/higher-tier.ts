import { rankOf } from "./evaluate-tier";
import type { TierRules } from "./types";

/** Of two tiers the higher one, as when two members become one; one that the program does not know is below all others. */
export const higherTier = (
  a: string | null,
  b: string | null,
  rules: Pick<TierRules, "tiers">,
): string | null => {
  const [rankA, rankB] = [rankOf(a, rules), rankOf(b, rules)];
  if (rankA === rankB) return a ?? b;
  return rankA > rankB ? a : b;
};
