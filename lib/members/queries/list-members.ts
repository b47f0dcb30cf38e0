import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { type MemberRow, memberColumns, toMemberView } from "../member-view";

const pageSize = 50;

/** All members, newest first, in pages that cost the same wherever they begin: `after` is the id of the last one seen. */
export const listMembers = defineQuery({
  name: "members.list",
  permission: "members.read",
  input: z.strictObject({ after: id().optional() }),
  async run({ actor, input, database }) {
    const { sql } = database;
    const after = input.after ?? null;
    const rows = await sql<MemberRow[]>`
      select ${memberColumns(sql)} from member m
      where m.merchant_id = ${actor.merchantId} and m.status = 'active' and (${after}::uuid is null or m.id < ${after})
      order by m.id desc limit ${pageSize + 1}`;
    const shown = rows.slice(0, pageSize);
    return {
      members: shown.map(toMemberView),
      next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
