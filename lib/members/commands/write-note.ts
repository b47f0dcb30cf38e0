import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { foldName } from "../domain/fold-name";
import { writeNoteSchema } from "../schemas";

/** What staff want to remember of a member, for staff only: the member's own data has it, too. */
export const writeNote = defineCommand({
  name: "member.write-note",
  permission: "members.note",
  input: writeNoteSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const id = uuidv7();
    // Held, so that nobody is erased between being seen and being written about.
    const { count } = await tx.sql`
      insert into member_note (merchant_id, id, member_id, text, text_key, written_by, written_at)
      select ${merchantId}, ${id}, m.id, ${input.text}, ${foldName(input.text)}, ${actorName(actor)}, ${now.toISOString()}
      from member m where m.merchant_id = ${merchantId} and m.id = ${input.member} and m.status = 'active' for share`;
    if (count === 0) throw new Problem("not_found");
    audit(tx, actor, now, {
      action: "member.note",
      subject: `member:${input.member}`,
      after: { note: id, text: input.text },
    });
    return { note: id };
  },
});
