import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { isoOrNull } from "../redemption-row";

export interface WaitingItem {
  redemption: string;
  name: string;
  quantity: number;
  fulfilment: "waiting" | "ready";
  redeemedAt: string;
  expiresAt: string | null;
  code: string | null;
  member: { id: string; name: string | null };
}

const atMost = 200;

/** What members took and staff have to get ready or hand over, who has waited longest first. */
export const listWaiting = defineQuery({
  name: "rewards.list-waiting",
  permission: "rewards.read",
  input: z.strictObject({}),
  async run({ actor: { merchantId }, now, database }): Promise<{ items: WaitingItem[]; more: boolean }> {
    const rows = await database.sql<
      (Omit<WaitingItem, "member"> & { memberId: string; memberName: string | null })[]
    >`
      select r.id as redemption, r.name, r.quantity, r.fulfilment, r.redeemed_at as "redeemedAt",
        r.expires_at as "expiresAt", r.code, r.member_id as "memberId", m.name as "memberName"
      from redemption r join member m on m.merchant_id = ${merchantId} and m.id = r.member_id
      where r.merchant_id = ${merchantId} and r.fulfilment in ('waiting', 'ready') and r.status = 'open'
        and (r.expires_at is null or r.expires_at > ${now.toISOString()})
      order by r.redeemed_at limit ${atMost + 1}`;
    return {
      items: rows.slice(0, atMost).map(({ memberId, memberName, ...row }) => ({
        ...row,
        redeemedAt: new Date(row.redeemedAt).toISOString(),
        expiresAt: isoOrNull(row.expiresAt),
        member: { id: memberId, name: memberName },
      })),
      more: rows.length > atMost,
    };
  },
});
