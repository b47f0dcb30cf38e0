import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { programSchema } from "../schemas";

/** The draft with the revision that a save has to name; null when nothing is being changed. */
export const getDraft = defineQuery({
  name: "program.get-draft",
  permission: "program.edit",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const [row] = await database.sql<
      { revision: number; basedOn: number; content: unknown; updatedAt: string; updatedBy: string }[]
    >`select revision, based_on as "basedOn", content, updated_at as "updatedAt", updated_by as "updatedBy"
      from program_draft where merchant_id = ${actor.merchantId}`;
    if (!row) return null;
    return {
      ...row,
      updatedAt: new Date(row.updatedAt).toISOString(),
      content: programSchema.parse(row.content),
    };
  },
});
