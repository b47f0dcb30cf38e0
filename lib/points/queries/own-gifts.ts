import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { shortName } from "@/lib/members/domain/short-name";
import { programContent } from "@/lib/program/program-content";
import type { GiftOfferRow } from "../gift-offers";

export interface OwnGift {
  id: string;
  /** Whether it goes out or comes in. */
  way: "out" | "in";
  /** The other member, as little of their name as tells who is meant. */
  other: string | null;
  points: number;
  message: string | null;
  status: GiftOfferRow["status"];
  createdAt: string;
  expiresAt: string;
}

/** The signed-in customer's gifts: those that wait, then the latest that were decided; and whether the program has gifts. */
export const ownGifts = defineQuery({
  name: "points.own-gifts",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<{ enabled: boolean; acceptDays: number; gifts: OwnGift[] }> {
    const { memberId, merchantId } = ownMembership(actor);
    const [rows, [latest]] = await Promise.all([
      database.sql<(GiftOfferRow & { otherName: string | null })[]>`
        select g.id, g.from_member_id as "fromMemberId", g.points, g.message, g.status, g.created_at as "createdAt",
          g.expires_at as "expiresAt", o.name as "otherName"
        from gift_offer g join member o on o.merchant_id = ${merchantId}
          and o.id = case when g.from_member_id = ${memberId} then g.to_member_id else g.from_member_id end
        where g.merchant_id = ${merchantId} and (g.from_member_id = ${memberId} or g.to_member_id = ${memberId})
        order by g.status = 'offered' desc, g.created_at desc limit 50`,
      database.sql<{ version: number | null }[]>`
        select max(version) as version from program_version where merchant_id = ${merchantId}`,
    ]);
    const version = latest?.version ?? null;
    const program = version === null ? null : await programContent(database, merchantId, version);
    return {
      enabled: program?.gifts.enabled ?? false,
      acceptDays: program?.gifts.acceptDays ?? 0,
      gifts: rows.map((row) => ({
        id: row.id,
        way: row.fromMemberId === memberId ? "out" : "in",
        other: shortName(row.otherName),
        points: row.points,
        message: row.message,
        // The job that returns it may not have come by yet.
        status: row.status === "offered" && new Date(row.expiresAt) <= now ? "expired" : row.status,
        createdAt: new Date(row.createdAt).toISOString(),
        expiresAt: new Date(row.expiresAt).toISOString(),
      })),
    };
  },
});
