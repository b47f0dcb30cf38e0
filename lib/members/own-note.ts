import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";

interface Note {
  memberId: string;
  text: string;
}

/**
 * Locks a note that the actor wrote, as they saw it: what they changed in another window is not lost to this one. Somebody
 * else's may be read, not changed: it is what they saw.
 */
export async function ownNote(
  { sql }: Pick<Tx, "sql">,
  actor: Actor & { merchantId: number },
  seen: { note: string; was: string },
): Promise<Note> {
  const [row] = await sql<(Note & { by: string })[]>`
    select member_id as "memberId", text, written_by as by from member_note
    where merchant_id = ${actor.merchantId} and id = ${seen.note} for update`;
  if (!row) throw new Problem("not_found");
  if (row.by !== actorName(actor)) throw new Problem("forbidden");
  if (row.text !== seen.was) throw new Problem("conflict");
  return row;
}
