import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";

export interface WaitingAdjustment {
  id: string;
  member: { id: string; name: string | null; card: string; balance: number };
  points: number;
  reason: string;
  requestedAt: string;
  requestedBy: string | null;
  /** Whoever asked cannot be the one who approves. */
  own: boolean;
}

const atMost = 100;

/** Adjustments that wait for a second pair of eyes, oldest first. */
export const listAdjustments = defineQuery({
  name: "points.list-adjustments",
  permission: "points.approve",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<WaitingAdjustment[]> {
    const { merchantId } = actor;
    const rows = await database.sql<Row[]>`
      select r.id, r.member_id as "memberId", m.name, m.card_number as card, m.balance, r.points, r.reason,
        r.requested_at as "requestedAt", r.requested_by as "requestedBy"
      from adjustment_request r join member m on m.merchant_id = ${merchantId} and m.id = r.member_id
      where r.merchant_id = ${merchantId} and r.status = 'waiting' order by r.requested_at limit ${atMost}`;
    const names = await actorNames(
      database.sql,
      merchantId,
      rows.map((row) => row.requestedBy),
    );
    return rows.map(({ memberId, name, card, balance, requestedBy, requestedAt, ...row }) => ({
      ...row,
      member: { id: memberId, name, card, balance },
      requestedAt: new Date(requestedAt).toISOString(),
      requestedBy: names[requestedBy] ?? null,
      own: requestedBy === actorName(actor),
    }));
  },
});

interface Row extends Omit<WaitingAdjustment, "member" | "own" | "requestedBy"> {
  memberId: string;
  name: string | null;
  card: string;
  balance: number;
  requestedBy: string;
}
