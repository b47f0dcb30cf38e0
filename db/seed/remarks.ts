import type { Database } from "@/db/client";
import type { StaffActor } from "@/lib/access/actor";
import { writeNote } from "@/lib/members/commands/write-note";
import { tagMembers } from "@/lib/segments/commands/tag-members";

const day = 86_400_000;

const notes = [
  { of: "R-1000", daysAgo: 210, text: "Oat milk, always. Likes the table by the window." },
  { of: "R-1000", daysAgo: 19, text: "Asked for the tasting evening in December." },
  { of: "R-1007", daysAgo: 64, text: "Allergic to hazelnuts." },
];

const tags = [
  { tag: "oat milk", on: ["R-1000", "R-1003", "R-1012", "R-1021", "R-1038"] },
  { tag: "works upstairs", on: ["R-1000", "R-1005", "R-1017", "R-1030"] },
];

/** What owner and cashier remember of their regulars: notes, and tags to find them by. */
export async function seedRemarks(as: {
  database: Database;
  actor: StaffActor;
  cashier: StaffActor;
  now: Date;
}): Promise<void> {
  const { database, actor, cashier, now } = as;
  const rows = await database.sql<{ id: string; externalId: string }[]>`
    select id, external_id as "externalId" from member
    where merchant_id = ${actor.merchantId} and status = 'active' and external_id is not null`;
  const ids = new Map(rows.map(({ id, externalId }) => [externalId, id]));
  for (const { of, daysAgo, text } of notes) {
    const member = ids.get(of);
    if (!member) continue;
    const at = new Date(now.getTime() - daysAgo * day);
    await writeNote.execute({ database, actor: cashier, now: at }, { member, text });
  }
  for (const { tag, on } of tags) {
    const members = on.flatMap((one) => ids.get(one) ?? []);
    await tagMembers.execute(as, { tag, members });
  }
}
