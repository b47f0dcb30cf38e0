import type { Qualification, Tier } from "../schemas";
import type { TierRules } from "./types";

/** The part of a program that tiers are decided by, as of when it came into force. */
export const tierRules = (
  { tiers, qualification }: { tiers: readonly Tier[]; qualification: Qualification },
  from: Date,
): TierRules => ({ ...qualification, tiers, from });
