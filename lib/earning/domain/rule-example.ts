import type { Program, Rule } from "@/lib/program/schemas";
import { decideLimited } from "./decide-award";
import type { PastPurchase } from "./rehearse";

/** A purchase that shows what a rule does: its points by what is published, by the edited program, and of those the rule's. */
export interface RuleShown<P extends PastPurchase> {
  purchase: P;
  /** Null while nothing is published. */
  published: number | null;
  edited: number;
  byRule: number;
}

/** The program with a rule in it, in the place of the one of its key. */
export function withRule(program: Program, rule: Rule): Program {
  const { rules } = program.earning;
  const at = rules.findIndex(({ key }) => key === rule.key);
  return {
    ...program,
    earning: { ...program.earning, rules: at < 0 ? [...rules, rule] : rules.with(at, rule) },
  };
}

/**
 * The first of the purchases that the rule changes something for, better one that what is published gave otherwise; null
 * when it changes nothing for any of them.
 */
export function ruleExample<P extends PastPurchase>(
  purchases: readonly P[],
  { published, edited, rule }: { published: Program | null; edited: Program; rule: string },
): RuleShown<P> | null {
  const without = {
    ...edited,
    earning: { ...edited.earning, rules: edited.earning.rules.filter(({ key }) => key !== rule) },
  };
  let first: RuleShown<P> | null = null;
  for (const purchase of purchases) {
    const by = (program: Program) =>
      decideLimited({ ...purchase.facts, program, lines: purchase.lines }).points;
    const points = by(edited);
    const byRule = points - by(without);
    if (byRule === 0) continue;
    const shown = { purchase, published: published && by(published), edited: points, byRule };
    if (shown.published !== points) return shown;
    first ??= shown;
  }
  return first;
}
