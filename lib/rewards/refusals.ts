import { type FieldProblem, Problem, type ProblemCode } from "@/lib/kernel/problems";
import { insufficient } from "@/lib/points/domain/spend";
import type { Program } from "@/lib/program/schemas";
import type { Missing } from "./domain/offer";
import type { RewardChange } from "./domain/reward-change";

/** What keeps a member from a reward, as a refusal of the tap. */
export function refuseMissing(missing: Missing, { tiers }: Program, balance: number): Problem {
  switch (missing.kind) {
    case "granted":
      return refusal("reward_granted");
    case "tag":
      return refusal("reward_gated");
    case "tier": {
      const names = missing.tiers.map((key) => tiers.find((tier) => tier.key === key)?.name ?? key);
      return refusal("reward_tier", { tiers: names.join(", ") });
    }
    case "early":
      return refusal("reward_early", { day: missing.from });
    case "over":
      return refusal("reward_over", { day: missing.to });
    case "evening":
      return refusal("reward_evening");
    case "stock":
      return refusal("out_of_stock", { left: missing.left });
    case "limit":
      return refusal("reward_limit", { count: missing.count, per: missing.per });
    case "points": {
      const { code, params } = insufficient(balance, balance + missing.points);
      return new Problem(code, { params, fields: [{ path: "reward", code, params }] });
    }
  }
}

/** A reward that is not what was looked at. */
export function refuseChange(change: RewardChange): Problem {
  if (change.kind === "price")
    return refusal("reward_changed", { before: change.before, after: change.after }, "reward.price");
  return refusal("reward_changed", {}, "reward.content");
}

function refusal(
  code: ProblemCode,
  params: Record<string, string | number> = {},
  field = `reward.${code}`,
): Problem {
  const named: FieldProblem = { path: "reward", code: field, params };
  return new Problem(code, { params, fields: [named] });
}
