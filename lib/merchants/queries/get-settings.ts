import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";

/** What the settings page shows, and whether the currency may still be changed. */
export const getSettings = defineQuery({
  name: "merchant.get-settings",
  permission: "settings.manage",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const [shop, [sold]] = await Promise.all([
      shopById(database, actor.merchantId),
      database.sql`select id from purchase where merchant_id = ${actor.merchantId} limit 1`,
    ]);
    return { ...shop, currencyFixed: sold !== undefined };
  },
});
