import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { toMemberView } from "@/lib/members/member-view";
import { findSegmentMembers } from "../find-segment-members";
import { readPlace, writePlace } from "../member-order";
import { chosenSchema, memberFilterSchema, memberOrderSchema } from "../schemas";

/** A part of what goes into a file: those whom a filter means, or those who were chosen by hand. */
export const exportMembers = defineQuery({
  name: "segments.export",
  permission: "members.export",
  input: z.strictObject({
    filter: memberFilterSchema.default({}),
    members: chosenSchema.optional(),
    ...memberOrderSchema,
    cursor: z.string().max(1500).optional(),
  }),
  async run({ actor, input, now, database }) {
    const { merchantId } = actor;
    const { filter, members, sort, direction } = input;
    const order = { sort, direction };
    const after = input.cursor === undefined ? null : readPlace(order, input.cursor);
    const asked = { merchantId, filter, only: members, order, after, limit: 1000, now };
    const found = await findSegmentMembers(database, asked);
    return { members: found.members.map(toMemberView), next: found.next && writePlace(order, found.next) };
  },
});
