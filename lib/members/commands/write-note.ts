import type { Tx } from "@/db/client";
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
  async run({ actor, input, now, tx }): Promise<{ note: string }> {
    const { merchantId } = actor;
    const { member, text, id = uuidv7() } = input;
    const by = actorName(actor);
    // Held, so that nobody is erased between being seen and being written about.
    const { count } = await tx.sql`
      insert into member_note (merchant_id, id, member_id, text, text_key, written_by, written_at)
      select ${merchantId}, ${id}, m.id, ${text}, ${foldName(text)}, ${by}, ${now.toISOString()}
      from member m where m.merchant_id = ${merchantId} and m.id = ${member} and m.status = 'active' for share
      on conflict (merchant_id, id) do nothing`;
    if (count === 0) return repeated(tx, merchantId, { id, member, text, by });
    audit(tx, actor, now, {
      action: "member.note",
      subject: `member:${member}`,
      after: { note: id, text },
    });
    return { note: id };
  },
});

/** The same note sent again is answered as it was; another one with its id is refused. */
async function repeated(
  { sql }: Tx,
  merchantId: number,
  { id, member, text, by }: { id: string; member: string; text: string; by: string },
): Promise<{ note: string }> {
  const [row] = await sql<{ same: boolean }[]>`
    select member_id = ${member} and text = ${text} and written_by = ${by} as same
    from member_note where merchant_id = ${merchantId} and id = ${id}`;
  if (!row) throw new Problem("not_found");
  if (!row.same) throw new Problem("duplicate_external_id", { fields: [{ path: "id", code: "used" }] });
  return { note: id };
}
