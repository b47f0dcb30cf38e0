import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { foldName } from "../domain/fold-name";
import { ownNote } from "../own-note";
import { editNoteSchema } from "../schemas";

/** Changes a note of one's own. */
export const editNote = defineCommand({
  name: "member.edit-note",
  permission: "members.note",
  input: editNoteSchema,
  async run({ actor, input, now, tx }) {
    const before = await ownNote(tx, actor, input);
    await tx.sql`
      update member_note set text = ${input.text}, text_key = ${foldName(input.text)}, edited_by = ${actorName(actor)},
        edited_at = ${now.toISOString()}
      where merchant_id = ${actor.merchantId} and id = ${input.note}`;
    audit(tx, actor, now, {
      action: "member.edit-note",
      subject: `member:${before.memberId}`,
      before: { note: input.note, text: before.text },
      after: { note: input.note, text: input.text },
    });
    return { note: input.note };
  },
});
