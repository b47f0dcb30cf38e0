import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";

/**
 * Marks vouchers that expired by now, at their own instant, up to `limit` of them in one short transaction. Those that
 * somebody else holds are left for the next round; stopped in the middle, it goes on where it was.
 */
export const expireVouchers = defineCommand({
  name: "voucher.expire",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(5000).default(1000) }),
  async run({ actor: { merchantId }, input, now, tx }) {
    const expired = await tx.sql`
      update redemption r set status = 'expired', ended_at = r.expires_at,
        fulfilment = case when r.fulfilment is not null then 'cancelled' end
      where r.merchant_id = ${merchantId} and r.id in (
        select d.id from redemption d where d.merchant_id = ${merchantId} and d.status = 'open' and d.expires_at <= ${now.toISOString()}
        order by d.expires_at limit ${input.limit} for update skip locked) returning r.id`;
    return { vouchers: expired.length };
  },
});
