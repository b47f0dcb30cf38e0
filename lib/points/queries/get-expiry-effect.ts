import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { localDate } from "@/lib/kernel/calendar";
import { warningsSchema } from "@/lib/messaging/schemas";
import { earliestEnd } from "../expiry-floor";
import { expirySchema } from "../schemas";

export interface ExpiryEffect {
  /** All that members hold. */
  points: number;
  /** What would get another day: lots, and of how many members. */
  lots: number;
  members: number;
  /** Points that would last longer, and less long. */
  later: number;
  sooner: number;
  /** By the month, "2027-03", in which points expire now, and would; null: never. */
  months: { month: string | null; now: number; after: number }[];
  /** The first day on which something could expire by it. */
  firstDay: string;
  /** What is being done, or was done last. */
  change: { status: "running" | "done"; version: number; members: number; points: number; at: string } | null;
}

type Row = Pick<ExpiryEffect, "points" | "lots" | "members" | "later" | "sooner"> & {
  months: ExpiryEffect["months"] | null;
};

/** What a policy would do to the points that members hold. Nothing is written. */
export const getExpiryEffect = defineQuery({
  name: "points.get-expiry-effect",
  permission: "points.change-expiry",
  input: z.strictObject({ expiry: expirySchema, warnings: warningsSchema }),
  async run({ actor, input, now, database }): Promise<ExpiryEffect> {
    const { merchantId } = actor;
    const { timezone } = await shopById(database, merchantId);
    const floor = earliestEnd(input, now, timezone);
    const [[row], [change]] = await Promise.all([
      database.sql<{ effect: Row }[]>`
        select expiry_effect(${merchantId}, ${JSON.stringify(input.expiry)}::text::jsonb, ${floor.toISOString()},
          ${now.toISOString()}) as effect`,
      database.sql<NonNullable<ExpiryEffect["change"]>[]>`
        select status, version, members, points, requested_at as at from expiry_change
        where merchant_id = ${merchantId} order by id desc limit 1`,
    ]);
    if (!row) throw new Error("expiry_effect returned nothing");
    return {
      ...row.effect,
      months: row.effect.months ?? [],
      firstDay: localDate(floor, timezone),
      change: change ? { ...change, at: new Date(change.at).toISOString() } : null,
    };
  },
});
