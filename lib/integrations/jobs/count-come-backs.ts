import type { Database } from "@/db/client";
import { countComeBacks } from "@/lib/insights/commands/count-come-backs";
import { forEachMerchant } from "./for-each-merchant";

/** What the overview says of people who come back, for every merchant. */
export const countAllComeBacks = (database: Database, now: Date): Promise<void> =>
  forEachMerchant(database, "count-come-backs", async (merchantId) => {
    const actor = { kind: "system", merchantId, name: "count-come-backs", transport: "job" } as const;
    await countComeBacks.execute({ actor, now, database }, {});
  });
