import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { periodKeys } from "@/lib/kernel/calendar";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import type { CapPeriod } from "@/lib/program/schemas";
import { activitySentence } from "../domain/activity-sentence";
import { fullLimit } from "../domain/decide-activity";
import { latestActivities, type MemberActivity } from "../latest-activities";
import { programNow } from "../published-types";

export interface ThingToDo {
  key: string;
  name: string;
  sentence: string;
  /** The member says so on the card; the others are noted by staff, or by themselves. */
  onCard: boolean;
  byStaff: boolean;
  ask: string | null;
  state: "open" | "waiting" | "done";
  /** Of what is done: the period after which it counts again; `ever` for never. */
  per: CapPeriod | null;
}

/** What the signed-in customer can do besides buying, what of it is done or waits, and what they did of late. */
export const ownActivities = defineQuery({
  name: "activity.own",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, now, database }): Promise<{ things: ThingToDo[]; recent: MemberActivity[] }> {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId: member } = actor;
    const [shop, program, recent, waiting] = await Promise.all([
      shopById(database, merchantId),
      programNow(database, merchantId, now),
      latestActivities(database, merchantId, { member, limit: 20 }),
      database.sql<{ type: string }[]>`
        select distinct type from activity
        where merchant_id = ${merchantId} and member_id = ${member} and status = 'waiting'`,
    ]);
    const zone = shop.timezone;
    const reader = { ...shop, locale: input.locale };
    const used = await database.sql<{ rule: string; period: string; used: number }[]>`
      select rule, period, used from cap_use
      where merchant_id = ${merchantId} and member_id = ${member} and period = any(${Object.values(periodKeys(now, zone))})`;
    const capUsed = Object.fromEntries(used.map((one) => [`${one.rule}:${one.period}`, one.used]));
    const waits = new Set(waiting.map(({ type }) => type));
    const things = (program?.activities ?? []).map((type): ThingToDo => {
      const full = fullLimit({ type, zone, occurredAt: now, capUsed });
      const { key, name, from, ask } = type;
      return {
        key,
        name,
        sentence: activitySentence(type, reader),
        onCard: from.includes("card"),
        byStaff: from.includes("staff"),
        ask: ask ?? null,
        state: waits.has(key) ? "waiting" : full ? "done" : "open",
        per: full?.per ?? null,
      };
    });
    return { things, recent };
  },
});
