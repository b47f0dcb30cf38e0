import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { type MemberRow, type MemberView, memberColumns, toMemberView } from "../member-view";
import { memberIdSchema } from "../schemas";

type Likeness = "email" | "phone" | "birthday";

export interface SimilarMember extends MemberView {
  /** What both have: the same mailbox, the same subscriber, the same name and birthday. */
  alike: Likeness[];
}

const atMost = 10;

/** Who may be the same person as a member. */
export const similarMembers = defineQuery({
  name: "members.similar",
  permission: "members.merge",
  input: memberIdSchema,
  async run({ actor, input, database: { sql } }): Promise<SimilarMember[]> {
    const { merchantId } = actor;
    const mailbox = (table: "m" | "s") => {
      const email = sql(`${table}.email`);
      return sql`(replace(split_part(split_part(${email}, '@', 1), '+', 1), '.', '') || '@' || split_part(${email}, '@', 2))`;
    };
    const other = sql`m.merchant_id = ${merchantId} and m.status = 'active' and m.id <> s.id`;
    const [known] = await sql`
      select id from member where merchant_id = ${merchantId} and id = ${input.id} and status = 'active'`;
    if (!known) throw new Problem("not_found");
    const rows = await sql<(MemberRow & { alike: Likeness[] })[]>`
      with alike as (
        select m.id, 'email' as how from member s join member m on ${other} and m.email is not null and ${mailbox("m")} = ${mailbox("s")}
        where s.merchant_id = ${merchantId} and s.id = ${input.id} and s.email is not null
        union all
        select m.id, 'phone' from member s join member m on ${other} and m.phone is not null and right(m.phone, 9) = right(s.phone, 9)
        where s.merchant_id = ${merchantId} and s.id = ${input.id} and s.phone is not null
        union all
        select m.id, 'birthday' from member s join member m on ${other} and m.name_key is not null and m.birthday is not null
          and m.name_key = s.name_key and m.birthday = s.birthday
        where s.merchant_id = ${merchantId} and s.id = ${input.id})
      select ${memberColumns(sql)}, a.alike from (select id, array_agg(how) as alike from alike group by id) a
      join member m on m.merchant_id = ${merchantId} and m.id = a.id
      order by cardinality(a.alike) desc, m.id limit ${atMost}`;
    return rows.map(({ alike, ...row }) => ({ ...toMemberView(row), alike }));
  },
});
