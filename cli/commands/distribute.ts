import { Command } from "commander";
import { distributeDatabase } from "@/db/distribute/distribute";
import { env } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type JsonOption, print } from "../lib/command-line";
import { counted } from "../lib/progress";

/** `regulars distribute`: turns a Citus coordinator's database into distributed tables. See docs/scale-out.md. */
export const distributeCommand = (): Command =>
  new Command("distribute")
    .description("spread the tables of a Citus coordinator's database over its nodes, by merchant")
    .option("--json", "print the result as one line of JSON")
    .action(async ({ json }: JsonOption) => {
      const url = env().DATABASE_URL;
      if (!url) {
        throw new OperatorError(
          "distribute needs DATABASE_URL, the address of a Citus coordinator: the embedded database is a plain PostgreSQL",
        );
      }
      const result = await distributeDatabase(url, (line) => json || console.log(line));
      print(result, inWords(result), { json });
    });

const inWords = ({ placed, nodes }: { placed: number; nodes: number }): string =>
  placed === 0
    ? `Nothing to do: every table and function is placed, on ${counted(nodes, "node")}`
    : `Placed ${counted(placed, "table and function", "tables and functions")} on ${counted(nodes, "node")}`;
