import type { Execution } from "@/lib/access/define-command";
import { eventsDue } from "@/lib/events/run-due";
import { warnAll } from "@/lib/messaging/warn-all";
import { changeExpiryAll } from "@/lib/points/change-expiry-all";
import { runDue } from "@/lib/points/run-due";
import { rewardsDue } from "@/lib/rewards/run-due";
import { tiersDue } from "@/lib/tiers/run-due";

/** Something that falls due by time alone. */
export interface DueWork {
  /** The room, to name the work when it fails. */
  name: string;
  /**
   * Lets all of it happen for one merchant as of `now`, in short transactions. Stopped anywhere, the next run goes on; run
   * twice, also at once, the second finds nothing to do. Returns how much was done, under names that no other work uses.
   */
  run(execution: Execution): Promise<Record<string, number>>;
}

/** In this order: what a warning tells, and what a tier is judged by, are points that are settled already. */
export const dueWork: readonly DueWork[] = [
  { name: "points", run: async (execution) => ({ ...(await runDue(execution)) }) },
  { name: "expiry", run: changeExpiryAll },
  { name: "tiers", run: async (execution) => ({ ...(await tiersDue(execution)) }) },
  { name: "rewards", run: async (execution) => ({ ...(await rewardsDue(execution)) }) },
  { name: "events", run: eventsDue },
  { name: "messaging", run: warnAll },
];
