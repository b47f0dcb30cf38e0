import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberData } from "../member-data";
import { memberIdSchema } from "../schemas";

/** Everything the shop keeps of a member, as they would get it themselves: for whoever asks for it at the counter. */
export const getMemberData = defineQuery({
  name: "members.data",
  permission: "members.export",
  input: memberIdSchema,
  async run({ actor: { merchantId }, input, now, database }) {
    const [known] = await database.sql`
      select id from member where merchant_id = ${merchantId} and id = ${input.id} and status = 'active'`;
    if (!known) throw new Problem("not_found");
    return memberData(database, { merchantId, memberId: input.id, now });
  },
});
