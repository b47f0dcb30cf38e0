import type { Execution } from "@/lib/access/define-command";
import { expireDue } from "./commands/expire-due";
import { expireGifts } from "./commands/expire-gifts";
import { foldDays } from "./commands/fold-days";
import { settleDue } from "./commands/settle-due";

export interface DueWork {
  /** Members whose lots fell due, and the points that arrived and expired. */
  members: number;
  released: number;
  expired: number;
  /** Days whose totals were folded. */
  days: number;
  /** Gifts that nobody accepted in time. */
  gifts: number;
}

// Rounds of expiry at once: each passes over the members whom the other holds.
const lanes = 2;

/** All that falls due for one merchant as of `now`. May be stopped and started again at any point. */
export async function runDue(execution: Execution): Promise<DueWork> {
  const work: DueWork = { members: 0, released: 0, expired: 0, days: 0, gifts: 0 };
  for (;;) {
    const rounds = await Promise.all(Array.from({ length: lanes }, () => expireDue.execute(execution, {})));
    for (const round of rounds) {
      work.members += round.members;
      work.expired += round.expired;
    }
    if (rounds.every((round) => round.members === 0)) break;
  }
  for (;;) {
    const round = await settleDue.execute(execution, {});
    work.members += round.members;
    work.released += round.released;
    work.expired += round.expired;
    if (round.members === 0) break;
  }
  while ((await expireGifts.execute(execution, {})).gifts > 0) work.gifts += 1;
  work.days = (await foldDays.execute(execution, {})).days;
  return work;
}
