import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { type MemberDetail, type MemberRow, memberColumns, toMemberView } from "../member-view";
import { memberIdSchema } from "../schemas";

/** One member with their points as of now; who was merged is answered as who carries on. */
export const getMember = defineQuery({
  name: "members.get",
  permission: "members.read",
  input: memberIdSchema,
  async run({ actor, input, now, database }): Promise<MemberDetail> {
    const { merchantId } = actor;
    const [rows, points] = await Promise.all([
      memberById(database, merchantId, input.id),
      memberPoints(database, { merchantId, memberId: input.id, now }),
    ]);
    const [row] = rows;
    if (row) return { ...toMemberView(row), ...points };
    const [merged] = await database.sql<{ into: string }[]>`
      select merged_into as into from member where merchant_id = ${merchantId} and id = ${input.id} and status = 'merged'`;
    const [survivor] = merged ? await memberById(database, merchantId, merged.into) : [];
    if (!survivor) throw new Problem("not_found");
    return {
      ...toMemberView(survivor),
      ...(await memberPoints(database, { merchantId, memberId: survivor.id, now })),
    };
  },
});

const memberById = ({ sql }: Database, merchantId: number, id: string) => sql<MemberRow[]>`
  select ${memberColumns(sql)} from member m
  where m.merchant_id = ${merchantId} and m.id = ${id} and m.status = 'active'`;
