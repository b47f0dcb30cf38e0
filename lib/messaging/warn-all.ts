import type { Execution } from "@/lib/access/define-command";
import { warnMembers } from "./commands/warn-members";
import { warnTiers } from "./commands/warn-tiers";

/**
 * Tells every member of a shop what of theirs is about to end, points before tiers, as of `now`; who was told already is not
 * told again. The worker comes by every hour and goes through all members in the first of them that finds a new day; who
 * asks for it is never put off.
 */
export async function warnAll(execution: Execution): Promise<{ warned: number }> {
  const hourly = execution.actor.transport === "job";
  let warned = 0;
  for (const command of [warnMembers, warnTiers]) {
    let after: string | null | undefined;
    do {
      const round = await command.execute(execution, { hourly, ...(after ? { after } : {}) });
      warned += round.warned;
      after = round.after;
    } while (after);
  }
  return { warned };
}
