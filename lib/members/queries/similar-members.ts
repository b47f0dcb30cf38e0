import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { alikeIn, hasLikeness, type Likeness, likenesses, notApart } from "../likeness";
import { type MemberRow, type MemberView, memberColumns, toMemberView } from "../member-view";
import { memberIdSchema } from "../schemas";

export interface SimilarMember extends MemberView {
  /** What both have: the same mailbox, the same subscriber, the same name and birthday. */
  alike: Likeness[];
}

const atMost = 10;

/** Who may be the same person as a member, and was not told apart from them. */
export const similarMembers = defineQuery({
  name: "members.similar",
  permission: "members.merge",
  input: memberIdSchema,
  async run({ actor, input, database: { sql } }): Promise<SimilarMember[]> {
    const { merchantId } = actor;
    const [known] = await sql`
      select id from member where merchant_id = ${merchantId} and id = ${input.id} and status = 'active'`;
    if (!known) throw new Problem("not_found");
    const each = likenesses.map(
      (how, index) => sql`${index > 0 ? sql`union all` : sql``}
        select m.id, ${how} as how from member s join member m on m.merchant_id = ${merchantId} and m.status = 'active' and m.id <> s.id
          and ${hasLikeness(sql, how, "m")} and ${alikeIn(sql, how, "m", "s")}
        where s.merchant_id = ${merchantId} and s.id = ${input.id} and ${hasLikeness(sql, how, "s")}`,
    );
    const rows = await sql<(MemberRow & { alike: Likeness[] })[]>`
      with alike as (${each})
      select ${memberColumns(sql)}, a.alike from (select id, array_agg(how) as alike from alike group by id) a
      join member m on m.merchant_id = ${merchantId} and m.id = a.id
      where ${notApart(sql, merchantId, sql`m.id`, sql`${input.id}::uuid`)}
      order by cardinality(a.alike) desc, m.id limit ${atMost}`;
    return rows.map(({ alike, ...row }) => ({ ...toMemberView(row), alike }));
  },
});
