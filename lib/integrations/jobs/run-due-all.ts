import type { Database } from "@/db/client";
import { runDue } from "@/lib/points/run-due";
import { forEachMerchant } from "./for-each-merchant";

/** Expires and releases what is due, for every merchant. */
export const runDueAll = (database: Database, now: Date): Promise<void> =>
  forEachMerchant(database, "run-due", async (merchantId) => {
    await runDue({ actor: { kind: "system", merchantId, name: "run-due", transport: "job" }, now, database });
  });
