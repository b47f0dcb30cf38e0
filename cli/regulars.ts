import { Command, CommanderError } from "commander";
import { apiKeyCommand } from "./commands/api-key";
import { backupCommand, restoreCommand } from "./commands/backup";
import { distributeCommand } from "./commands/distribute";
import { importCommand } from "./commands/import";
import { merchantCommand } from "./commands/merchant";
import { programCommand } from "./commands/program";
import { runDueCommand } from "./commands/run-due";
import { verifyCommand } from "./commands/verify";
import { failureJson, failureLines } from "./lib/command-line";

/** `npm run -s regulars -- COMMAND`. Ends with 0; with 1 when something was refused or failed; with 2 when it was called wrongly. */
const program = new Command("regulars")
  .description("Runs a shop's loyalty program from the command line.")
  .addCommand(merchantCommand())
  .addCommand(apiKeyCommand())
  .addCommand(programCommand())
  .addCommand(importCommand())
  .addCommand(runDueCommand())
  .addCommand(verifyCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(distributeCommand());

throwInsteadOfExiting(program);

try {
  await program.parseAsync();
  process.exitCode = 0;
} catch (thrown) {
  process.exitCode = exitCode(thrown);
}
// Nothing that is left open may keep the command from ending.
process.exit();

function exitCode(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
  const lines = failureLines(thrown);
  if (lines.length > 0 && process.argv.includes("--json")) console.log(JSON.stringify(failureJson(thrown)));
  else for (const line of lines) console.error(line);
  return 1;
}

/** Commander passes this on to commands made by it, not to those that are added. */
function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) throwInsteadOfExiting(inner);
}
