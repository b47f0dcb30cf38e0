import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { type MemberDetail, type MemberRow, memberColumns, toMemberView } from "../member-view";
import { memberIdSchema } from "../schemas";

/** One member with their points as of now. */
export const getMember = defineQuery({
  name: "members.get",
  permission: "members.read",
  input: memberIdSchema,
  async run({ actor, input, now, database }): Promise<MemberDetail> {
    const { merchantId } = actor;
    const [rows, points] = await Promise.all([
      database.sql<MemberRow[]>`
        select ${memberColumns(database.sql)} from member m
        where m.merchant_id = ${merchantId} and m.id = ${input.id} and m.status = 'active'`,
      memberPoints(database, { merchantId, memberId: input.id, now }),
    ]);
    const [row] = rows;
    if (!row) throw new Problem("not_found");
    return { ...toMemberView(row), ...points };
  },
});
