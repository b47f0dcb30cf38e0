import type { Execution } from "@/lib/access/define-command";
import { type DueWork, dueWork } from "./due-work";

/**
 * All that falls due for one merchant as of `now`. Work that fails does not keep the rest waiting; its error is thrown at
 * the end, so that a queue tries again.
 */
export async function runAllDue(
  execution: Execution,
  works: readonly DueWork[] = dueWork,
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const { name, run } of works) {
    try {
      Object.assign(done, await run(execution));
    } catch (error) {
      failures.push(new Error(`what falls due in ${name} did not happen`, { cause: error }));
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "several works did not happen");
  return done;
}
