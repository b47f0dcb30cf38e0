import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { addDays, localDate } from "@/lib/kernel/calendar";

/** Windows of thirty days that are kept: a year of them, one more to compare with, and the last, whose own return is not over. */
const windows = 14;
const windowDays = 30;

/**
 * Counts, for every thirty days of the last year, who came and how many of them came again in the thirty days after. It
 * reads a year of purchases, so a worker does it at night, and a page reads the thirteen rows.
 */
export const countComeBacks = defineCommand({
  name: "insights.count-come-backs",
  permission: "points.run-due",
  input: z.strictObject({}),
  async run({ actor, now, tx }) {
    const { merchantId } = actor;
    const [merchant] = await tx.sql<
      { timezone: string }[]
    >`select timezone from merchant where id = ${merchantId}`;
    // Today is not over.
    const last = addDays(localDate(now, merchant?.timezone ?? "UTC"), -1);
    const first = addDays(last, 1 - windows * windowDays);
    await tx.sql`delete from come_back where merchant_id = ${merchantId}`;
    const counted = await tx.sql`
      insert into come_back (merchant_id, ends, came, back)
      select ${merchantId}, ${last}::date - a.nth * ${windowDays}::int, count(*), count(b.member_id)
      from (
        select distinct member_id, (${last}::date - day) / ${windowDays}::int as nth from purchase
        where merchant_id = ${merchantId} and status = 'recorded' and day between ${first} and ${last}) a
      left join (
        select distinct member_id, (${last}::date - day) / ${windowDays}::int as nth from purchase
        where merchant_id = ${merchantId} and status = 'recorded' and day between ${first} and ${last}) b
        on b.member_id = a.member_id and b.nth = a.nth - 1
      where a.nth >= 1 group by a.nth returning ends`;
    return { windows: counted.length };
  },
});
