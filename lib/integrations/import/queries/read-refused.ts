import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { keptBytes } from "../kept-file";

/** The rows of an import that were not taken, each with its reason, as the bytes of a CSV file. */
export const readRefusedFile = defineQuery({
  name: "import.read-refused",
  permission: "import.run",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, database }) {
    const { merchantId } = actor;
    const [run] = await database.sql<{ fileName: string }[]>`
      select file_name as "fileName" from import_run
      where merchant_id = ${merchantId} and id = ${input.id} and exists (
        select from import_file_part p where p.merchant_id = ${merchantId} and p.import_id = ${input.id}
          and p.file = 'refused')`;
    if (!run) throw new Problem("not_found");
    return { ...run, bytes: keptBytes(database, { merchantId, id: input.id, file: "refused" }) };
  },
});
