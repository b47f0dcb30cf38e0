import { Command, CommanderError } from "commander";
import { failureJson, failureLines } from "./lib/command-line";

/** Each command loads what it needs, and no other's. */
const commands: Record<string, () => Promise<Command>> = {
  merchant: async () => (await import("./commands/merchant")).merchantCommand(),
  "api-key": async () => (await import("./commands/api-key")).apiKeyCommand(),
  program: async () => (await import("./commands/program")).programCommand(),
  products: async () => (await import("./commands/products")).productsCommand(),
  import: async () => (await import("./commands/import")).importCommand(),
  "run-due": async () => (await import("./commands/run-due")).runDueCommand(),
  verify: async () => (await import("./commands/verify")).verifyCommand(),
  backup: async () => (await import("./commands/backup")).backupCommand(),
  restore: async () => (await import("./commands/backup")).restoreCommand(),
  distribute: async () => (await import("./commands/distribute")).distributeCommand(),
};

/** `npm run -s regulars -- COMMAND`. Ends with 0; with 1 when something was refused or failed; with 2 when it was called wrongly. */
const program = new Command("regulars").description("Runs a shop's loyalty program from the command line.");
const asked = commands[process.argv[2] ?? ""];
for (const load of asked ? [asked] : Object.values(commands)) program.addCommand(await load());
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
