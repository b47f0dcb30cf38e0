import { createReadStream, createWriteStream, existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { parse } from "yaml";
import type { Database } from "@/db/client";
import type { SystemActor } from "@/lib/access/actor";
import { importPurchases } from "@/lib/integrations/import/commands/import-purchases";
import type { ImportReport } from "@/lib/integrations/import/import-run";
import { uuidv7 } from "@/lib/kernel/ids";
import { OperatorError } from "@/lib/kernel/operator-error";
import { applyProgram } from "@/lib/program/commands/apply-program";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const data = resolve(root, "../shared/data/complete-journey");

/** The baskets of the Complete Journey, from beside the checkout. */
export function journeyFile(): string {
  const file = join(data, "transactions_sample.csv.gz");
  if (existsSync(file)) return file;
  throw new OperatorError(`${file} is not there: this benchmark imports real baskets`);
}

const example = (name: string): unknown =>
  parse(readFileSync(join(root, "docs/examples", `complete-journey.${name}.yaml`), "utf8"));

/** A grocer with the three rules of docs/examples. */
export async function journeyShop(database: Database): Promise<SystemActor> {
  const [merchant] = await database.sql<{ id: number }[]>`
    insert into merchant (slug, name, currency, timezone, locale, country)
    values (${`journey-${uuidv7()}`}, 'Journey', 'USD', 'America/New_York', 'en', 'US') returning id`;
  if (!merchant) throw new Error("no merchant");
  const actor: SystemActor = { kind: "system", name: "bench", merchantId: merchant.id, transport: "cli" };
  await applyProgram.execute({ actor, now: new Date(), database }, { content: example("program") });
  return actor;
}

export const importJourney = (database: Database, actor: SystemActor, file: string): Promise<ImportReport> =>
  importPurchases({ actor, now: new Date(), database }, { file, mapping: example("map") });

/** The same baskets `times` over, each time by other households, unpacked; with the products beside them. */
export async function longerJourney(directory: string, times: number): Promise<string> {
  const products = join(directory, "products.csv.gz");
  if (!existsSync(products)) symlinkSync(join(data, "products.csv.gz"), products);
  const file = join(directory, `journey-${times}.csv`);
  await pipeline(() => copies(times), createWriteStream(file));
  return file;
}

async function* copies(times: number): AsyncGenerator<string> {
  for (let copy = 1; copy <= times; copy += 1) {
    const lines = createInterface({ input: createReadStream(journeyFile()).pipe(createGunzip()) });
    let header = true;
    for await (const line of lines) {
      if (header && copy === 1) yield `${line}\n`;
      // household_id, store_id, basket_id, ...
      else if (!header)
        yield `${line.replace(/^"(\d+)","(\d+)","(\d+)"/, `"$1-${copy}","$2","$3-${copy}"`)}\n`;
      header = false;
    }
  }
}
