import { fieldProblem } from "@/lib/kernel/problems";
import { isNeverGiven } from "@/lib/rewards/domain/check-rewards";
import type { Program } from "./schemas";

/**
 * Refuses a reward that says it is given although nobody gets it. No part of the schema: programs that are published may
 * say so, and are read and run as they are until somebody changes them.
 */
export function refuseNeverGiven({ rewards }: Pick<Program, "rewards">, at = "content."): void {
  for (const [index, reward] of rewards.entries()) {
    if (isNeverGiven(reward))
      throw fieldProblem(`${at}rewards.${index}.price.kind`, "program.never_given", { reward: reward.name });
  }
}
