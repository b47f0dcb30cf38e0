import { defineQuery } from "@/lib/access/define-query";
import { memberIdSchema } from "../schemas";

/** As many as stand below a member at the till. */
const atMost = 3;

/** What staff noted last of a member, newest first. */
export const latestNotes = defineQuery({
  name: "members.latest-notes",
  permission: "members.note",
  input: memberIdSchema,
  run: ({ actor: { merchantId }, input, database }): Promise<{ id: string; text: string }[]> =>
    database.sql<{ id: string; text: string }[]>`
      select id, text from member_note
      where merchant_id = ${merchantId} and member_id = ${input.id}
      order by written_at desc, id desc limit ${atMost}`,
});
