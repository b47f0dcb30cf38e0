import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { inGroups } from "../domain/day-series";
import { type DayRow, daysOf, type Span, sumOf } from "../domain/span";
import { type DayAgainstUsual, furthest, usualDays } from "../domain/usual-days";

export interface Overview {
  /** Today, not over yet; the figures go to yesterday. */
  today: string;
  /** The first day that anything is known of; null for a shop that has not begun. */
  since: string | null;
  /** Who came in thirty days and who of them came again in the thirty after, oldest first. Empty until a night has passed. */
  comeBack: { ends: string; came: number; back: number }[];
  week: DayAgainstUsual[];
  /** Of these, the one that strays furthest from what is usual, if one does. */
  standsOut: DayAgainstUsual | null;
  /** The last thirty days, the thirty before, and the same thirty a year ago. */
  now: Span;
  before: Span;
  yearAgo: Span | null;
  /** A year of weeks, the last ending yesterday. */
  weeks: Span[];
}

const year = 364;

/** What the owner sees first: from a row a day, and a row a month; never from purchases. */
export const getOverview = defineQuery({
  name: "insights.overview",
  permission: "overview.read",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<Overview> {
    const { merchantId } = actor;
    const { sql } = database;
    const [merchant] = await sql<
      { timezone: string }[]
    >`select timezone from merchant where id = ${merchantId}`;
    const today = localDate(now, merchant?.timezone ?? "UTC");
    const last = addDays(today, -1);
    const from = addDays(last, 1 - year - 30);
    const [rows, comeBack, [known]] = await Promise.all([
      readDays(sql, merchantId, from, last),
      sql<{ ends: string; came: number; back: number }[]>`
        select ends::text as ends, came, back from come_back where merchant_id = ${merchantId} order by ends`,
      sql<{ since: string | null }[]>`
        select min(day)::text as since from day_total where merchant_id = ${merchantId} and purchases > 0`,
    ]);
    const since = known?.since ?? null;
    const byDay = new Map(rows.map((row) => [row.day, row]));
    const counts = new Map(rows.map((row) => [row.day, row.purchases]));
    const days = daysOf(byDay, addDays(last, 1 - year), last);
    const span = (to: string) => sumOf(daysOf(byDay, addDays(to, -29), to));
    const aYearAgo = addDays(last, -year);
    const week = since === null ? [] : usualDays(counts, last, since);
    return {
      today,
      since,
      comeBack: [...comeBack],
      week,
      standsOut: furthest(week),
      now: span(last),
      before: span(addDays(last, -30)),
      yearAgo: since !== null && since <= addDays(aYearAgo, -29) ? span(aYearAgo) : null,
      weeks: inGroups(days, 7)
        .map(sumOf)
        .filter((week) => since !== null && week.to >= since),
    };
  },
});

/** What one member spends has a limit, what a shop sells in a month has none: beyond the exact integers a figure is rounded. */
const readDays = (sql: Sql, merchantId: number, from: string, to: string) => sql<DayRow[]>`
  select day::text as day, sum(purchases)::float8 as purchases, sum(revenue - refunded)::float8 as revenue,
    sum(enrolled)::float8 as enrolled
  from day_total where merchant_id = ${merchantId} and day between ${from} and ${to} group by day`;
