import { stringify } from "yaml";
import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";

/** The mapping of an import as a file to keep: the command line and the next import take it as it is. */
export const writeMappingFile = defineQuery({
  name: "import.write-mapping",
  permission: "import.run",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, database }) {
    const [run] = await database.sql<{ fileName: string; mapping: unknown }[]>`
      select file_name as "fileName", mapping from import_run
      where merchant_id = ${actor.merchantId} and id = ${input.id}`;
    if (!run) throw new Problem("not_found");
    return { fileName: run.fileName, text: stringify(run.mapping) };
  },
});
