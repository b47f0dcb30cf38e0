import type { Sql } from "@/db/client";

interface Seen {
  merchantId: number;
  accountId: string;
  sessionId: string;
  device: string | null;
  address: string | undefined;
  now: Date;
}

/** How exactly, in milliseconds, it is known when somebody was last here: a page must not cost a write. */
const exactness = 5 * 60_000;

/** Whether it is time to note again that a session was seen. */
export const isStale = (lastSeen: string | null, now: Date): boolean =>
  lastSeen === null || now.getTime() - new Date(lastSeen).getTime() > exactness;

/** Notes where and when somebody of the staff was last here. One that was ended stays ended. */
export async function noteSession(sql: Sql, seen: Seen): Promise<void> {
  const at = seen.now.toISOString();
  await sql`
    insert into staff_session (merchant_id, account_id, session_id, device, address, first_seen_at, last_seen_at)
    values (${seen.merchantId}, ${seen.accountId}, ${seen.sessionId}, ${seen.device}, ${seen.address ?? null}, ${at}, ${at})
    on conflict (merchant_id, account_id, session_id) do update
      set last_seen_at = excluded.last_seen_at, address = excluded.address, device = excluded.device
      where staff_session.ended_at is null`;
}
