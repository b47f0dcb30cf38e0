import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";

const atMost = 200;

/** The words that the shop groups its members by. Skips from one to the next: a tag on a million members costs no more. */
export const listTags = defineQuery({
  name: "segments.tags",
  permission: "members.read",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<string[]> {
    const { merchantId } = actor;
    const rows = await database.sql<{ tag: string }[]>`
      with recursive known (tag) as (
        (select t.tag from member_tag t where t.merchant_id = ${merchantId} order by t.tag limit 1)
        union all
        select (select t.tag from member_tag t where t.merchant_id = ${merchantId} and t.tag > k.tag order by t.tag limit 1)
        from known k where k.tag is not null)
      select k.tag from known k where k.tag is not null limit ${atMost}`;
    return rows.map((row) => row.tag);
  },
});
