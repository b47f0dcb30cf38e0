import type { Execution } from "@/lib/access/define-command";
import { changeExpiry } from "./commands/change-expiry";

/** Does what somebody said about points that exist, to the end. */
export async function changeExpiryAll(execution: Execution): Promise<{ changed: number }> {
  let changed = 0;
  for (;;) {
    const round = await changeExpiry.execute(execution, {});
    changed += round.changed;
    if (!round.more) return { changed };
  }
}
