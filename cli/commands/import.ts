import { Command } from "commander";
import type { Database } from "@/db/client";
import type { Execution } from "@/lib/access/define-command";
import { importMembers } from "@/lib/integrations/import/commands/import-members";
import { importPurchases } from "@/lib/integrations/import/commands/import-purchases";
import { undoImport } from "@/lib/integrations/import/commands/undo-import";
import type { ImportProgress, ImportReport, ImportRequest } from "@/lib/integrations/import/import-run";
import { getImport } from "@/lib/integrations/import/queries/get-import";
import { systemNow } from "@/lib/kernel/clock";
import { OperatorError } from "@/lib/kernel/operator-error";
import { listMerchantIds } from "@/lib/merchants/list-merchant-ids";
import { cliActor, type JsonOption, print, withDatabase, withMerchant } from "../lib/command-line";
import { count, counted, progressLine } from "../lib/progress";
import { readYamlFile, withLines } from "../lib/read-yaml-file";

interface ImportOptions extends JsonOption {
  merchant: string;
  map: string;
  dryRun?: boolean;
  refused?: string;
}

type Importing = (execution: Execution, request: ImportRequest) => Promise<ImportReport>;

export const importCommand = (): Command =>
  new Command("import")
    .description("purchases and members from a shop's own files: see docs/import.md")
    .addCommand(fileCommand("purchases", "record the purchases of a CSV file, silently", importPurchases))
    .addCommand(fileCommand("members", "enrol the people of a CSV file, silently", importMembers))
    .addCommand(
      new Command("undo")
        .description("restore the state before an import")
        .argument("<id>", "as the import printed it")
        .option("--merchant <slug>", "whose import it is; without it every shop is asked")
        .option("--json", "print the result as one line of JSON")
        .action(undo),
    );

function fileCommand(kind: "purchases" | "members", description: string, run: Importing): Command {
  return new Command(kind)
    .description(description)
    .argument("<file>", "CSV, packed with gzip or not")
    .requiredOption("--merchant <slug>")
    .requiredOption("--map <file>", "YAML: which column is what")
    .option("--dry-run", "say what would be done and write nothing")
    .option("--refused <file>", "where to write the rows that were refused (default: FILE.refused.csv)")
    .option("--json", "print the result as one line of JSON")
    .action(async (file: string, options: ImportOptions) => {
      const mapping = readYamlFile(options.map);
      const line = progressLine();
      const request: ImportRequest = {
        file,
        mapping: mapping.value,
        dryRun: options.dryRun,
        refusedFile: options.refused,
        onProgress: (progress) => line.show(progressWords(progress)),
      };
      const report = await withMerchant(options.merchant, (execution) =>
        withLines(mapping, options.map, "", () => run(execution, request)),
      ).finally(() => line.end());
      print(report, inWords(kind, report), options);
    });
}

const progressWords = ({ doing, done, total }: ImportProgress): string =>
  doing === "reading"
    ? `Reading: ${counted(done, "row")}`
    : `Recording: ${count(done)}${total === undefined ? "" : ` of ${count(total)}`}`;

function inWords(kind: "purchases" | "members", report: ImportReport): string[] {
  const { accepted, repeated, refused, membersCreated, points, id, refusedFile, dryRun } = report;
  const lines =
    kind === "purchases"
      ? [
          `${counted(accepted, "purchase")} recorded for ${counted(points, "point")}, ${count(repeated)} known already.`,
          `${counted(membersCreated, "member")} enrolled.`,
        ]
      : [`${counted(accepted, "member")} enrolled, ${count(repeated)} known already.`];
  if (refused > 0)
    lines.push(`${counted(refused, "row")} of ${count(report.rows)} refused: ${refusedFile} says why.`);
  lines.push(dryRun ? "Nothing was written: this was a dry run." : `To take it back: import undo ${id}`);
  return lines;
}

async function undo(id: string, { merchant, json }: { merchant?: string } & JsonOption): Promise<void> {
  const line = progressLine();
  const run = (execution: Execution) =>
    undoImport(execution, {
      id,
      onProgress: ({ done, total }) => line.show(`Undoing: ${count(done)} of ${counted(total, "purchase")}`),
    });
  const report = await (merchant
    ? withMerchant(merchant, run)
    : withDatabase(async (database) => run(await ownerOf(database, id)))
  ).finally(() => line.end());
  const { purchases, members, points, kept } = report;
  const words = [
    `${counted(purchases, "purchase")} undone and ${counted(points, "point")} taken back, ${counted(members, "member")} gone.`,
  ];
  if (kept > 0)
    words.push(`${counted(kept, "purchase")} kept: refunded since, or of a member who was erased.`);
  print(report, words, { json });
}

/** On behalf of the shop that has the import. */
async function ownerOf(database: Database, id: string): Promise<Execution> {
  for (const merchantId of await listMerchantIds(database)) {
    const execution = { database, now: systemNow(), actor: cliActor(merchantId) };
    if (await getImport.execute(execution, { id })) return execution;
  }
  throw new OperatorError(`No shop has an import ${id}`);
}
