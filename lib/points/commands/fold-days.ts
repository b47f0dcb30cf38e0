import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { addDays, localDate } from "@/lib/kernel/calendar";

/**
 * Folds the slots of days gone by into one row a day. Today and yesterday stay spread: they are still written to; so does a
 * day that sold more than one row can hold.
 */
export const foldDays = defineCommand({
  name: "points.fold-days",
  permission: "points.run-due",
  input: z.strictObject({}),
  async run({ actor, now, tx }) {
    const { merchantId } = actor;
    const [merchant] = await tx.sql<
      { timezone: string }[]
    >`select timezone from merchant where id = ${merchantId}`;
    const before = addDays(localDate(now, merchant?.timezone ?? "UTC"), -1);
    const folded = await tx.sql`
      with gone as (
        delete from day_total d where d.merchant_id = ${merchantId} and d.day < ${before} and d.day in (
          select s.day from day_total s where s.merchant_id = ${merchantId} and s.day < ${before}
          group by s.day having bool_or(s.slot >= 0) and greatest(sum(s.revenue), sum(s.refunded)) < 2::numeric ^ 63 limit 5000)
        returning d.*)
      insert into day_total (merchant_id, day, slot, purchases, revenue, refunds, refunded, enrolled, issued, pending, redeemed,
        expired, taken_back, other)
      select ${merchantId}, day, -1, sum(purchases), sum(revenue), sum(refunds), sum(refunded), sum(enrolled), sum(issued),
        sum(pending), sum(redeemed), sum(expired), sum(taken_back), sum(other)
      from gone group by day returning day`;
    return { days: folded.length };
  },
});
