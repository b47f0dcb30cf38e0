import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { verifications } from "../verifications";

export interface Difference {
  /** Which law is broken: `balance = sum of entries`. */
  law: string;
  subject: string;
  recorded: string;
  recomputed: string;
}

/** Recomputes every balance, lot and day total of the merchant from the ledger and names each difference. */
export const verifyLedger = defineQuery({
  name: "points.verify",
  permission: "audit.read",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const differences: Difference[] = [];
    for (const verification of verifications) {
      const rows = await verification.find(database, actor.merchantId);
      differences.push(...rows.map((row) => ({ law: verification.law, ...row })));
    }
    return { laws: verifications.length, differences };
  },
});
