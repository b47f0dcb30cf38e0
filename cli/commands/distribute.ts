import { Command } from "commander";
import { distributeDatabase } from "@/db/distribute/distribute";
import { env } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";

/** `regulars distribute`: turns a Citus coordinator's database into distributed tables. See docs/scale-out.md. */
export const distributeCommand = (): Command =>
  new Command("distribute")
    .description("spread the tables of a Citus coordinator's database over its nodes, by merchant")
    .option("--json", "print the result as one line of JSON")
    .action(async (options: { json?: boolean }) => {
      const url = env().DATABASE_URL;
      if (!url) {
        throw new OperatorError(
          "distribute needs DATABASE_URL, the address of a Citus coordinator: the embedded database is a plain PostgreSQL",
        );
      }
      const result = await distributeDatabase(url, (line) => options.json || console.log(line));
      console.log(options.json ? JSON.stringify(result) : inWords(result));
    });

const inWords = ({ placed, nodes }: { placed: number; nodes: number }): string =>
  placed === 0
    ? `Nothing to do: every table and function is placed, on ${nodes} nodes`
    : `Placed ${placed} tables and functions on ${nodes} nodes`;
