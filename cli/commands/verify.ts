import { Command } from "commander";
import type { Database } from "@/db/client";
import { systemNow } from "@/lib/kernel/clock";
import { listMerchantIds } from "@/lib/merchants/list-merchant-ids";
import { type Difference, verifyLedger } from "@/lib/points/queries/verify-ledger";
import { cliActor, Failed, type JsonOption, print, withDatabase, withMerchant } from "../lib/command-line";
import { counted } from "../lib/progress";

export const verifyCommand = (): Command =>
  new Command("verify")
    .description("recompute every balance, lot and day total from the ledger, and name each difference")
    .option("--merchant <slug>", "only this one")
    .option("--json", "print the result as one line of JSON")
    .action(async ({ merchant, json }: { merchant?: string } & JsonOption) => {
      const results = merchant
        ? await withMerchant(merchant, async ({ database, actor }) => [
            await verify(database, actor.merchantId),
          ])
        : await withDatabase(verifyAll);
      const differences = results.flatMap((result) => result.differences);
      const shops = counted(results.length, "shop");
      print(
        { merchants: results.length, differences },
        differences.length === 0
          ? `Everything adds up, in ${shops}.`
          : [...differences.map(inWords), `${counted(differences.length, "difference")} in ${shops}.`],
        { json },
      );
      if (differences.length > 0) throw new Failed();
    });

async function verifyAll(database: Database): Promise<Verified[]> {
  const results: Verified[] = [];
  for (const id of await listMerchantIds(database)) results.push(await verify(database, id));
  return results;
}

interface Verified {
  differences: (Difference & { merchant: number })[];
}

async function verify(database: Database, merchantId: number): Promise<Verified> {
  const { differences } = await verifyLedger.execute(
    { database, now: systemNow(), actor: cliActor(merchantId) },
    {},
  );
  return { differences: differences.map((difference) => ({ merchant: merchantId, ...difference })) };
}

const inWords = ({
  merchant,
  law,
  subject,
  recorded,
  recomputed,
}: Difference & { merchant: number }): string =>
  `merchant ${merchant}, ${subject}: ${law}: recorded ${recorded}, recomputed ${recomputed}`;
