import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { activityVerifications } from "@/lib/activities/verifications";
import { earningVerifications } from "@/lib/earning/verifications";
import { rewardVerifications } from "@/lib/rewards/verifications";
import { dayVerifications } from "../day-verifications";
import { purchaseVerifications } from "../purchase-verifications";
import { verifications } from "../verifications";

const laws = [
  ...verifications,
  ...dayVerifications,
  ...purchaseVerifications,
  ...earningVerifications,
  ...activityVerifications,
  ...rewardVerifications,
];

export interface Difference {
  /** Which law is broken: `balance = sum of entries`. */
  law: string;
  subject: string;
  recorded: string;
  recomputed: string;
}

/** Recomputes every balance, lot, day total, purchase, refund, gift, cap, budget, voucher and stock of the merchant and names each difference. */
export const verifyLedger = defineQuery({
  name: "points.verify",
  permission: "audit.read",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const differences: Difference[] = [];
    for (const verification of laws) {
      const rows = await verification.find(database, actor.merchantId);
      // One by one: as many as a broken shop has days are more than a call takes arguments.
      for (const row of rows) differences.push({ law: verification.law, ...row });
    }
    return { differences };
  },
});
