import { type Database, openDatabase } from "@/db/client";
import { asOperatorError } from "@/db/embedded/failures";
import type { SystemActor } from "@/lib/access/actor";
import type { Execution } from "@/lib/access/define-command";
import { systemNow } from "@/lib/kernel/clock";
import { describeProblem } from "@/lib/kernel/describe-problem";
import { env } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";
import { Problem } from "@/lib/kernel/problems";
import { openInstallation } from "./installation";

export interface JsonOption {
  json?: boolean;
}

/** Something was refused, or found wrong, and has been told already. */
export class Failed extends Error {}

/** Runs with the installation's database, migrated, and leaves it as it was found, also when the run is interrupted. */
export async function withDatabase<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const installation = await openInstallation();
  const database = openDatabase(installation.url, { max: 6, name: "regulars-cli" });
  let interruption: Promise<void> | undefined;
  const interrupted = (signal: NodeJS.Signals) => {
    // What was under way fails now, here and inside the driver: that is what was asked for, and nothing to report.
    process.on("uncaughtException", () => {});
    interruption ??= installation.stop().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    return await run(database);
  } finally {
    await interruption;
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await database.close();
    await installation.stop();
  }
}

/** The same on behalf of one merchant, named by its slug. */
export const withMerchant = <T>(
  slug: string,
  run: (execution: Execution & { actor: SystemActor }) => Promise<T>,
): Promise<T> =>
  withDatabase(async (database) => {
    const [merchant] = await database.sql<{ id: number }[]>`select id from merchant where slug = ${slug}`;
    if (!merchant) throw new OperatorError(`There is no merchant ${slug}`);
    return run({ database, now: systemNow(), actor: cliActor(merchant.id) });
  });

export const cliActor = (merchantId: number): SystemActor => ({
  kind: "system",
  name: "cli",
  merchantId,
  transport: "cli",
});

/** Prints a result: as one line of JSON, or in words. */
export function print(result: unknown, words: string | readonly string[], { json }: JsonOption): void {
  if (json) console.log(JSON.stringify(result));
  else for (const line of [words].flat()) console.log(line);
}

/** What is wrong, as a line for each field. No stack: whoever typed the command cannot use one. */
export function failureLines(thrown: unknown): string[] {
  const error = asOperatorError(thrown);
  if (error instanceof Failed) return [];
  if (error instanceof OperatorError) return error.message.split("\n");
  if (error instanceof Problem) {
    const { title, fields } = describeProblem(error, "en");
    return fields.length > 0
      ? fields.map(({ path, message }) => (path ? `${path}: ${message}` : message))
      : [title];
  }
  if (env().LOG_LEVEL === "debug" && error instanceof Error) return [error.stack ?? error.message];
  const message = error instanceof Error ? error.message : String(error);
  return [`Something went wrong: ${message.split("\n")[0]} (LOG_LEVEL=debug tells where)`];
}

/** The same for programs. */
export function failureJson(thrown: unknown): unknown {
  if (!(thrown instanceof Problem))
    return { error: { code: "failed", detail: failureLines(thrown).join("\n") } };
  const { title, detail, fields } = describeProblem(thrown, "en");
  return {
    error: { code: thrown.code, detail: detail ?? title, ...(fields.length > 0 ? { errors: fields } : {}) },
  };
}
