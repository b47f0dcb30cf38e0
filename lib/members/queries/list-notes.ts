import { actorName } from "@/lib/access/actor";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { memberIdSchema } from "../schemas";

export interface MemberNote {
  id: string;
  text: string;
  /** Who wrote it; null when it was nobody that has a name here. */
  by: string | null;
  own: boolean;
  writtenAt: string;
  editedAt: string | null;
}

const atMost = 200;

/** What staff noted about a member, newest first. */
export const listNotes = defineQuery({
  name: "members.notes",
  permission: "members.note",
  input: memberIdSchema,
  async run({ actor, input, database: { sql } }): Promise<MemberNote[]> {
    const { merchantId } = actor;
    const rows = await sql<
      { id: string; text: string; writtenBy: string; writtenAt: string; editedAt: string | null }[]
    >`select id, text, written_by as "writtenBy", written_at as "writtenAt", edited_at as "editedAt" from member_note
      where merchant_id = ${merchantId} and member_id = ${input.id} order by id desc limit ${atMost}`;
    const names = await actorNames(
      sql,
      merchantId,
      rows.map((row) => row.writtenBy),
    );
    return rows.map(({ writtenBy, writtenAt, editedAt, ...note }) => ({
      ...note,
      by: names[writtenBy] ?? null,
      own: writtenBy === actorName(actor),
      writtenAt: new Date(writtenAt).toISOString(),
      editedAt: editedAt && new Date(editedAt).toISOString(),
    }));
  },
});
