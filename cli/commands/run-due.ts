import { Command } from "commander";
import { OperatorError } from "@/lib/kernel/operator-error";
import { runDue } from "@/lib/points/run-due";
import { type JsonOption, print, withMerchant } from "../lib/command-line";
import { counted } from "../lib/progress";

interface Options extends JsonOption {
  merchant: string;
  now?: string;
}

export const runDueCommand = (): Command =>
  new Command("run-due")
    .description("let everything happen that has fallen due: points arrive, points expire, days are closed")
    .requiredOption("--merchant <slug>")
    .option("--now <instant>", "as of then: 2026-11-20T08:00:00Z")
    .option("--json", "print the result as one line of JSON")
    .action(async ({ merchant, now, json }: Options) => {
      const at = now === undefined ? undefined : readInstant(now);
      const work = await withMerchant(merchant, (execution) =>
        runDue({ ...execution, now: at ?? execution.now }),
      );
      const words = `${counted(work.released, "point")} arrived and ${counted(work.expired, "point")} expired, of ${counted(work.members, "member")}. ${counted(work.days, "day")} closed.`;
      print(work, words, { json });
    });

function readInstant(text: string): Date {
  const at = new Date(text);
  if (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) &&
    !Number.isNaN(at.getTime())
  )
    return at;
  throw new OperatorError(`--now ${text} is not an instant: write it as 2026-11-20T08:00:00Z`);
}
