import type { Tx } from "@/db/client";
import { uuidv7 } from "@/lib/kernel/ids";

/**
 * Takes the one mail that each member may get on a day, and returns its id by member; a member who has had theirs is left
 * out. A second worker waits here for the first, and then finds the day taken.
 */
export async function claimMailDay(
  { sql }: Tx,
  { merchantId, day, memberIds }: { merchantId: number; day: string; memberIds: readonly string[] },
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await sql<{ memberId: string; mailId: string }[]>`
    insert into member_mail_day (merchant_id, member_id, day, mail_id)
    select ${merchantId}, w.id, ${day}, w.mail from unnest(${[...memberIds]}::uuid[], ${memberIds.map(() => uuidv7())}::uuid[]) as w (id, mail)
    on conflict do nothing returning member_id as "memberId", mail_id as "mailId"`;
  return new Map(rows.map(({ memberId, mailId }) => [memberId, mailId]));
}
