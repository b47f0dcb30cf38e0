import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineQuery } from "@/lib/access/define-query";

export interface RecentPurchase {
  id: string;
  member: { id: string; name: string | null; card: string };
  recordedAt: string;
  /** Minor units, and how much of it was given back since. */
  amount: number;
  refunded: number;
  points: number;
}

const reachMs = 12 * 60 * 60_000;

/** What the asker recorded in the last hours, newest first: the till's Just now. */
export const recentPurchases = defineQuery({
  name: "purchases.recent",
  permission: "purchases.read",
  input: z.strictObject({ limit: z.int().min(1).max(20).default(5) }),
  async run({ actor, input, now, database }): Promise<RecentPurchase[]> {
    const { merchantId } = actor;
    // Ids sort by time, so the primary key finds the last hours whatever the shop's history.
    const rows = await database.sql<
      (Omit<RecentPurchase, "member"> & { memberId: string; name: string | null; card: string })[]
    >`
      select p.id, p.member_id as "memberId", m.name, m.card_number as card, p.recorded_at as "recordedAt", p.amount,
        p.refunded, p.points
      from purchase p join member m on m.merchant_id = ${merchantId} and m.id = p.member_id
      where p.merchant_id = ${merchantId} and p.id >= ${firstIdOf(now.getTime() - reachMs)}
        and p.recorded_by = ${actorName(actor)} and p.status = 'recorded' and p.import_id is null
      order by p.id desc limit ${input.limit}`;
    return rows.map(({ memberId, name, card, ...row }) => ({
      ...row,
      recordedAt: new Date(row.recordedAt).toISOString(),
      member: { id: memberId, name, card },
    }));
  },
});

/** The least uuidv7 of a millisecond. */
function firstIdOf(time: number): string {
  const digits = Math.max(0, time).toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
