import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { ownNote } from "../own-note";
import { noteSeenSchema } from "../schemas";

/** Removes a note of one's own; the audit log keeps that there was one, and what it said. */
export const removeNote = defineCommand({
  name: "member.remove-note",
  permission: "members.note",
  input: noteSeenSchema,
  async run({ actor, input, now, tx }) {
    const before = await ownNote(tx, actor, input);
    await tx.sql`delete from member_note where merchant_id = ${actor.merchantId} and id = ${input.note}`;
    audit(tx, actor, now, {
      action: "member.remove-note",
      subject: `member:${before.memberId}`,
      before: { note: input.note, text: before.text },
    });
    return { note: input.note };
  },
});
