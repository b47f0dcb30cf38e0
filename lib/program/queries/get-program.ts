import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { programSchema } from "../schemas";

/** What is published, who published it when, and the draft if there is one. */
export const getProgram = defineQuery({
  name: "program.get",
  permission: "program.read",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const [row] = await database.sql<
      { version: number; content: unknown; publishedAt: string; publishedBy: string; note: string | null }[]
    >`select version, content, published_at as "publishedAt", published_by as "publishedBy", note
      from program_version where merchant_id = ${actor.merchantId} order by version desc limit 1`;
    if (!row) throw new Problem("program_not_published");
    return {
      ...row,
      publishedAt: new Date(row.publishedAt).toISOString(),
      content: programSchema.parse(row.content),
    };
  },
});
