import { statSync } from "node:fs";
import { Command } from "commander";
import { backup } from "@/db/embedded/backup";
import { restore } from "@/db/embedded/restore";
import { env } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type JsonOption, print } from "../lib/command-line";
import { dataDirectory } from "../lib/root";

export const backupCommand = (): Command =>
  new Command("backup")
    .description("write the embedded database to one file, while it is used")
    .argument("<file>")
    .option("--json", "print the result as one line of JSON")
    .action(async (file: string, { json }: JsonOption) => {
      refuseOther("backup");
      await backup(dataDirectory(), file);
      const bytes = statSync(file).size;
      print({ file, bytes }, `Wrote ${file}, ${(bytes / 1_048_576).toFixed(1)} MB.`, { json });
    });

export const restoreCommand = (): Command =>
  new Command("restore")
    .description("put a backup in the place of the embedded database; what was there is kept aside")
    .argument("<file>")
    .option("--json", "print the result as one line of JSON")
    .action(async (file: string, { json }: JsonOption) => {
      refuseOther("restore");
      const { createdAt, aside } = await restore(dataDirectory(), file);
      const words = [`Restored what was there at ${createdAt.toISOString()}.`];
      if (aside) words.push(`What was there before is in ${aside}.`);
      print({ createdAt, aside: aside ?? null }, words, { json });
    });

function refuseOther(what: string): void {
  if (env().DATABASE_URL) {
    throw new OperatorError(
      `${what} is for the embedded database. For the one behind DATABASE_URL there is pg_dump.`,
    );
  }
}
