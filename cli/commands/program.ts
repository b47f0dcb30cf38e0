import { Command } from "commander";
import type { Execution } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { rehearseCommand } from "@/lib/access/rehearse-command";
import { pictureHash } from "@/lib/kernel/picture-hash";
import { Problem } from "@/lib/kernel/problems";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { programDiff } from "@/lib/program/domain/program-diff";
import { programYaml } from "@/lib/program/domain/program-yaml";
import { exportProgram } from "@/lib/program/queries/export-program";
import { getProgram } from "@/lib/program/queries/get-program";
import { type Program, programSchema } from "@/lib/program/schemas";
import { type JsonOption, print, withMerchant } from "../lib/command-line";
import { readYamlFile, withLines } from "../lib/read-yaml-file";

interface ApplyOptions extends JsonOption {
  merchant: string;
  dryRun?: boolean;
  from?: string;
  note?: string;
}

export const programCommand = (): Command =>
  new Command("program")
    .description("the whole program as one file")
    .addCommand(
      new Command("apply")
        .description("publish the program of a YAML file, if it is not what is published already")
        .argument("<file>")
        .requiredOption("--merchant <slug>")
        .option("--dry-run", "show the difference and change nothing")
        .option(
          "--from <instant>",
          "since when it is in force, for purchases of before that are still to be imported",
        )
        .option("--note <text>", "kept with the version")
        .option("--json", "print the result as one line of JSON")
        .action(apply),
    )
    .addCommand(
      new Command("export")
        .description("write the published program as YAML, every setting of it, pictures included")
        .requiredOption("--merchant <slug>")
        .option("--json", "print it as one line of JSON")
        .action(async ({ merchant, json }: { merchant: string } & JsonOption) => {
          const current = await withMerchant(merchant, (execution) => exportProgram.execute(execution, {}));
          if (json) print(current, "", { json });
          else process.stdout.write(programYaml(current));
        }),
    );

async function apply(
  path: string,
  { merchant, dryRun = false, from, note, json }: ApplyOptions,
): Promise<void> {
  const file = readYamlFile(path);
  const content = file.value;
  const program = await withLines(file, path, "", async () => parseInput(programSchema, content));
  const result = await withMerchant(merchant, async (execution) => {
    const current = await publishedProgram(execution);
    const asked = { content, note, from };
    const { version, changed } = await withLines(file, path, "content.", () =>
      dryRun ? rehearseCommand(applyProgram, execution, asked) : applyProgram.execute(execution, asked),
    );
    const changes = changed ? programDiff(current?.content ?? null, asKept(program)) : [];
    return { version: dryRun ? (current?.version ?? 0) : version, changed, changes };
  });
  print({ dryRun, ...result }, inWords(result, dryRun), { json });
}

/** With pictures by what they go by once they are kept: the same one is no change, and a new one a line that can be read. */
const asKept = (program: Program): Program => ({
  ...program,
  rewards: program.rewards.map((reward) =>
    reward.picture ? { ...reward, picture: pictureHash(reward.picture) } : reward,
  ),
});

async function publishedProgram(execution: Execution) {
  try {
    return await getProgram.execute(execution, {});
  } catch (error) {
    if (error instanceof Problem && error.code === "program_not_published") return null;
    throw error;
  }
}

function inWords(
  { version, changed, changes }: { version: number; changed: boolean; changes: string[] },
  dryRun: boolean,
) {
  if (!changed) return [`Nothing to change: this is version ${version}.`];
  const last = dryRun ? "Nothing was changed: this was a dry run." : `Published as version ${version}.`;
  return [...changes, last];
}
