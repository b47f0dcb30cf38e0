import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { type MemberFilter, memberFilterSchema } from "../schemas";

export interface Segment {
  id: string;
  name: string;
  filter: MemberFilter;
}

const atMost = 100;

/** The shop's named filters. One that was kept by a version that knew other conditions is read as far as it is understood. */
export const listSegments = defineQuery({
  name: "segments.list",
  permission: "members.read",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<Segment[]> {
    const rows = await database.sql<Segment[]>`
      select id, name, filter from segment where merchant_id = ${actor.merchantId} order by name, id limit ${atMost}`;
    return rows.flatMap(({ id, name, filter }) => {
      const read = memberFilterSchema.safeParse(filter);
      return read.success ? [{ id, name, filter: read.data }] : [];
    });
  },
});
