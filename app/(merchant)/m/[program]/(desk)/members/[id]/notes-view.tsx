import { Merges } from "@/components/members/merges";
import { Notes } from "@/components/members/notes";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { listMerges } from "@/lib/members/queries/list-merges";
import { listNotes } from "@/lib/members/queries/list-notes";
import { mayRole } from "../../../areas";

/** What staff remember of a member, and which cards became this one. */
export async function NotesView({ actor, id, zone }: { actor: StaffActor; id: string; zone: string }) {
  const [notes, merges] = await Promise.all([
    ask(actor, listNotes, { id }),
    mayRole(actor.role, "members.merge") ? ask(actor, listMerges, { id }) : [],
  ]);
  return (
    <>
      <Notes member={id} notes={notes} zone={zone} />
      {merges.length > 0 ? <Merges member={id} merges={merges} zone={zone} /> : null}
    </>
  );
}
