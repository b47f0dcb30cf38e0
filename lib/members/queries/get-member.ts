import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { type MemberRow, memberColumns, toMemberView } from "../member-view";

/** One member with their points as of now. */
export const getMember = defineQuery({
  name: "members.get",
  permission: "members.read",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, now, database }) {
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
