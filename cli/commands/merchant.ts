import { Command } from "commander";
import { systemNow } from "@/lib/kernel/clock";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { type JsonOption, print, withDatabase } from "../lib/command-line";

interface Options extends JsonOption {
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  ownerEmail: string;
  ownerPassword: string;
  ownerName?: string;
  locale?: string;
  country?: string;
}

export const merchantCommand = (): Command =>
  new Command("merchant").description("shops of this deployment").addCommand(
    new Command("create")
      .description("add a shop with its owner and a first program: one point for each unit of money")
      .requiredOption("--slug <slug>", "its part of the addresses: kose-kahve")
      .requiredOption("--name <name>", "as on its sign")
      .requiredOption("--currency <code>", "ISO 4217: TRY")
      .requiredOption("--timezone <zone>", "IANA: Europe/Istanbul")
      .requiredOption("--owner-email <email>", "who signs in as its owner")
      .requiredOption("--owner-password <password>", "with which password")
      .option("--owner-name <name>")
      .option("--locale <locale>", "en or tr")
      .option("--country <country>", "ISO 3166; by default the time zone's")
      .option("--json", "print the result as one line of JSON")
      .action(async ({ json, ...input }: Options) => {
        const created = await withDatabase((database) => createMerchant(database, { ...input }, systemNow()));
        const { id, slug } = created;
        print({ id, slug }, `Created ${slug}. ${input.ownerEmail} owns it and can sign in.`, { json });
      }),
  );
