import { Command } from "commander";
import { runAllDue } from "@/lib/integrations/run-all-due";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type JsonOption, print, withMerchant } from "../lib/command-line";
import { count, counted } from "../lib/progress";

interface Options extends JsonOption {
  merchant: string;
  now?: string;
}

export const runDueCommand = (): Command =>
  new Command("run-due")
    .description("let everything happen that has fallen due: points arrive and expire, days are closed")
    .requiredOption("--merchant <slug>")
    .option("--now <instant>", "as of then: 2026-11-20T08:00:00Z")
    .option("--json", "print the result as one line of JSON")
    .action(async ({ merchant, now, json }: Options) => {
      const at = now === undefined ? undefined : readInstant(now);
      const work = await withMerchant(merchant, (execution) =>
        runAllDue({ ...execution, now: at ?? execution.now }),
      );
      print(work, inWords(work), { json });
    });

/** How each figure of what was done is told. */
export const words: Record<string, (figure: number) => string> = {
  members: (figure) => `${counted(figure, "member")} had something due`,
  released: (figure) => `${counted(figure, "point")} arrived`,
  expired: (figure) => `${counted(figure, "point")} expired`,
  vouchers: (figure) => `${counted(figure, "voucher")} expired`,
  changed: (figure) => `the points of ${counted(figure, "member")} were given another day`,
  warned: (figure) => `${counted(figure, "member")} told what is about to expire`,
  tiersLookedAt: (figure) => `the tiers of ${counted(figure, "member")} were looked at`,
  tiersMoved: (figure) => `${counted(figure, "member")} came to another tier`,
  placesFilled: (figure) => `${counted(figure, "place")} went to the waiting list`,
  gifts: (figure) => `${counted(figure, "gift")} went back unaccepted`,
  birthdays: (figure) => `${counted(figure, "birthday")} remembered`,
  days: (figure) => `${counted(figure, "day")} closed`,
};

function inWords(work: Record<string, number>): string[] {
  const told = Object.entries(work).filter(([, figure]) => figure > 0);
  if (told.length === 0) return ["Nothing was due."];
  return told.map(([name, figure]) => `${words[name]?.(figure) ?? `${name}: ${count(figure)}`}.`);
}

function readInstant(text: string): Date {
  const at = new Date(text);
  if (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) &&
    !Number.isNaN(at.getTime())
  )
    return at;
  throw new OperatorError(`--now ${text} is not an instant: write it as 2026-11-20T08:00:00Z`);
}
