import type { Execution } from "@/lib/access/define-command";
import { noteDue } from "./commands/note-due";
import { type DueWork, dueWork } from "./due-work";

const noteInAuditLog = async (execution: Execution, done: Record<string, number>): Promise<void> => {
  await noteDue.execute(execution, { done });
};

/**
 * All that falls due for one merchant as of `now`. Work that fails does not keep the rest waiting; its error is thrown at
 * the end, so that a queue tries again. What was done is noted in one row of the audit log; a run that did nothing is not.
 */
export async function runAllDue(
  execution: Execution,
  works: readonly DueWork[] = dueWork,
  note = noteInAuditLog,
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
  const figures = Object.entries(done).filter(([, figure]) => figure > 0);
  if (figures.length > 0) {
    try {
      await note(execution, Object.fromEntries(figures));
    } catch (error) {
      failures.push(new Error("what fell due was done and not noted in the audit log", { cause: error }));
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "several works did not happen");
  return done;
}
