import { z } from "zod";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";

/** Who published what and when, newest first; no name where it was not a person. */
export const listVersions = defineQuery({
  name: "program.list-versions",
  permission: "program.edit",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const rows = await database.sql<
      { version: number; publishedAt: string; publishedBy: string; note: string | null }[]
    >`select version, published_at as "publishedAt", published_by as "publishedBy", note
      from program_version where merchant_id = ${actor.merchantId} order by version desc limit 200`;
    const names = await actorNames(
      database.sql,
      actor.merchantId,
      rows.map((row) => row.publishedBy),
    );
    return rows.map((row) => ({
      ...row,
      publishedAt: new Date(row.publishedAt).toISOString(),
      publishedBy: names[row.publishedBy] ?? null,
    }));
  },
});
