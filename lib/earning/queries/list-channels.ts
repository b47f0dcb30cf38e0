import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { key } from "@/lib/kernel/document-fields";

/** Purchases that are looked back on: where nothing was sold for so long, rules have nothing to name. */
const lookBack = 2_000;

/** Where purchases were made of late, as the rules can name it. */
export const listChannels = defineQuery({
  name: "purchases.channels",
  permission: "program.edit",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<string[]> {
    const rows = await database.sql<{ channel: string }[]>`
      select distinct channel from (
        select channel from purchase where merchant_id = ${actor.merchantId} order by id desc limit ${lookBack}) as latest
      order by channel`;
    return rows.map(({ channel }) => channel).filter((channel) => key().safeParse(channel).success);
  },
});
