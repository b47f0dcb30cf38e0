import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { pageLimit } from "@/lib/kernel/cursor";
import { type MemberView, toMemberView } from "@/lib/members/member-view";
import { type Rhythm, usualRhythm } from "../domain/usual-rhythm";
import { countSegmentMembers, findSegmentMembers, type SegmentMember } from "../find-segment-members";
import { readPlace, writePlace } from "../member-order";
import { memberFilterSchema, memberOrderSchema } from "../schemas";

export interface ListedMember extends MemberView {
  rhythm: Rhythm | null;
}

export interface MemberList {
  members: ListedMember[];
  next: string | null;
  /** More than were looked through: the page ends where looking did. */
  partly: boolean;
  /** How many there are in all, told up to a thousand; null after the first page. */
  total: { count: number; more: boolean } | null;
}

/** The desk's list of members: what a filter means, in an order, a page at a time. */
export const listSegmentMembers = defineQuery({
  name: "segments.members",
  permission: "members.read",
  input: z.strictObject({
    filter: memberFilterSchema.default({}),
    ...memberOrderSchema,
    cursor: z.string().max(1500).optional(),
    limit: pageLimit(),
  }),
  async run({ actor, input, now, database }): Promise<MemberList> {
    const { merchantId } = actor;
    const { filter, limit, sort, direction } = input;
    const order = { sort, direction };
    const after = input.cursor === undefined ? null : readPlace(order, input.cursor);
    const [found, total] = await Promise.all([
      findSegmentMembers(database, { merchantId, filter, order, after, limit, now }),
      after || filter.search !== undefined
        ? null
        : countSegmentMembers(database, { merchantId, filter, now }),
    ]);
    return {
      members: found.members.map((member) => listed(member, now)),
      next: found.next && writePlace(order, found.next),
      partly: found.partly,
      total,
    };
  },
});

function listed({ firstPurchaseAt, ...row }: SegmentMember, now: Date): ListedMember {
  const visits = {
    purchaseCount: row.purchaseCount,
    firstPurchaseAt: firstPurchaseAt === null ? null : new Date(firstPurchaseAt),
    lastPurchaseAt: row.lastPurchaseAt === null ? null : new Date(row.lastPurchaseAt),
  };
  return { ...toMemberView(row), rhythm: usualRhythm(visits, now) };
}
