import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { type Device, describeDevice } from "@/lib/access/describe-device";

export interface ListedSession extends Device {
  accountId: string;
  sessionId: string;
  address: string | null;
  firstSeenAt: string;
  /** To five minutes. */
  lastSeenAt: string;
}

/** As long as a session of the staff's side lasts. */
const lastingDays = 30;

/** Where the shop's staff is signed in, as this shop saw them; the most recent first. */
export const listSessions = defineQuery({
  name: "team.sessions",
  permission: "team.manage",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<ListedSession[]> {
    const since = new Date(now.getTime() - lastingDays * 86_400_000).toISOString();
    const rows = await database.sql<
      (Omit<ListedSession, "browser" | "system"> & { device: string | null })[]
    >`
      select d.account_id as "accountId", d.session_id as "sessionId", d.device, d.address,
        d.first_seen_at as "firstSeenAt", d.last_seen_at as "lastSeenAt"
      from staff_session d join staff s on s.merchant_id = d.merchant_id and s.account_id = d.account_id and s.active
      where d.merchant_id = ${actor.merchantId} and d.ended_at is null and d.last_seen_at > ${since}
      order by d.last_seen_at desc limit 500`;
    return rows.map(({ device, ...row }) => ({
      ...row,
      ...describeDevice(device),
      firstSeenAt: new Date(row.firstSeenAt).toISOString(),
      lastSeenAt: new Date(row.lastSeenAt).toISOString(),
    }));
  },
});
