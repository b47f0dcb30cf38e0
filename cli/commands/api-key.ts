import { Command } from "commander";
import { createApiKey } from "@/lib/merchants/commands/create-api-key";
import { type JsonOption, print, withMerchant } from "../lib/command-line";

interface Options extends JsonOption {
  merchant: string;
  scopes: string;
  name: string;
}

export const apiKeyCommand = (): Command =>
  new Command("api-key").description("keys of the REST API").addCommand(
    new Command("create")
      .description("make a key; its secret is shown this once")
      .requiredOption("--merchant <slug>")
      .requiredOption("--scopes <scopes>", "with commas between: members:read,purchases:write")
      .option("--name <name>", "what it is for", "Command line")
      .option("--json", "print the result as one line of JSON")
      .action(async ({ merchant, scopes, name, json }: Options) => {
        const input = { name, scopes: scopes.split(/[\s,]+/).filter(Boolean) };
        const key = await withMerchant(merchant, (execution) => createApiKey.execute(execution, input));
        print(key, [key.secret, "Keep it now: it is not shown again."], { json });
      }),
  );
