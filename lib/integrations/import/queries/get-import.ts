import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { type ImportRow, type ImportView, importView } from "../import-view";

export type { ImportView };

/** One import of the asker's shop, or null: what was read, how far it is, and what came of it. */
export const getImport = defineQuery({
  name: "import.get",
  permission: "import.run",
  input: z.strictObject({ id: id(), locale: z.enum(locales).default("en") }),
  async run({ actor, input, database }): Promise<ImportView | null> {
    const { merchantId } = actor;
    const [row] = await database.sql<ImportRow[]>`
      select id, kind, status, task, file_name as "fileName", file_bytes as "fileBytes", mapping, accepted, repeated, refused,
        members_created as "membersCreated", points, started_at as "startedAt", finished_at as "finishedAt",
        started_by as "startedBy", doing, progress, progress_total as "progressTotal", checked, failure,
        exists (select from import_file_part p where p.merchant_id = ${merchantId} and p.import_id = import_run.id
          and p.file = 'refused') as "hasRefused"
      from import_run where merchant_id = ${merchantId} and id = ${input.id}`;
    return row ? importView(row, input.locale) : null;
  },
});
