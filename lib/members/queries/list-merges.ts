import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { memberIdSchema } from "../schemas";

export interface MemberMergeRow {
  id: string;
  card: string;
  at: string;
  by: string | null;
  undoneAt: string | null;
}

/** Whom a member was merged with, newest first. */
export const listMerges = defineQuery({
  name: "members.merges",
  permission: "members.merge",
  input: memberIdSchema,
  async run({ actor, input, database: { sql } }): Promise<MemberMergeRow[]> {
    const { merchantId } = actor;
    const rows = await sql<
      { id: string; card: string; at: string; actor: string; undoneAt: string | null }[]
    >`
      select g.id, m.card_number as card, g.at, g.actor, g.undone_at as "undoneAt" from member_merge g
      join member m on m.merchant_id = ${merchantId} and m.id = g.merged_id
      where g.merchant_id = ${merchantId} and g.survivor_id = ${input.id} order by g.id desc limit 50`;
    const names = await actorNames(
      sql,
      merchantId,
      rows.map((row) => row.actor),
    );
    return rows.map(({ actor: by, at, undoneAt, ...merge }) => ({
      ...merge,
      by: names[by] ?? null,
      at: new Date(at).toISOString(),
      undoneAt: undoneAt && new Date(undoneAt).toISOString(),
    }));
  },
});
