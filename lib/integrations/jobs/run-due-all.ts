import type { Database } from "@/db/client";
import { runAllDue } from "../run-all-due";
import { forEachMerchant } from "./for-each-merchant";

/** Lets happen what is due, for every merchant. */
export const runDueAll = (database: Database, now: Date): Promise<void> =>
  forEachMerchant(database, "run-due-all", async (merchantId) => {
    await runAllDue({
      actor: { kind: "system", merchantId, name: "run-due", transport: "job" },
      now,
      database,
    });
  });
