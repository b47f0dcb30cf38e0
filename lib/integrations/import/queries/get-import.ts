import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";

/** One import of the asker's shop, or null: what was read, when, and what came of it. */
export const getImport = defineQuery({
  name: "import.get",
  permission: "import.run",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, database }) {
    const [row] = await database.sql<{ id: string; kind: string; fileName: string; status: string }[]>`
      select id, kind, file_name as "fileName", status from import_run
      where merchant_id = ${actor.merchantId} and id = ${input.id}`;
    return row ?? null;
  },
});
