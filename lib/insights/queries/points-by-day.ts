import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { addDays, localDate } from "@/lib/kernel/calendar";
import {
  type DayFigures,
  type DayMoves,
  daySeries,
  inGroups,
  type Totals,
  totalOf,
} from "../domain/day-series";

export const periods = [30, 90, 365] as const;

export interface PointsByDay {
  from: string;
  /** Today, not over yet. */
  to: string;
  before: number;
  days: DayFigures[];
  totals: Totals;
  /** The same by day or, for a long time, by week: as many as a chart has room for. The last ends today. */
  bars: { from: string; to: string; totals: Totals }[];
  /** The day of the first movement ever; null while there has been none. */
  since: string | null;
}

/** Points issued, redeemed, expired and outstanding by local day, from the totals kept per day: never from the ledger. */
export const pointsByDay = defineQuery({
  name: "insights.points-by-day",
  permission: "overview.read",
  input: z.strictObject({ days: z.union(periods.map((days) => z.literal(days))).default(30) }),
  async run({ actor, input, now, database }): Promise<PointsByDay> {
    const { merchantId } = actor;
    const { sql } = database;
    const [merchant] = await sql<
      { timezone: string }[]
    >`select timezone from merchant where id = ${merchantId}`;
    const to = localDate(now, merchant?.timezone ?? "UTC");
    const from = addDays(to, 1 - input.days);
    const [earlier, moves] = await Promise.all([
      outstandingBefore(sql, merchantId, from),
      readMoves(sql, merchantId, from, to),
    ]);
    const days = daySeries(moves, { from, to, before: earlier.points });
    return {
      from,
      to,
      before: earlier.points,
      days,
      totals: totalOf(days),
      bars: inGroups(days, input.days > 30 ? 7 : 1).map((group) => ({
        from: group[0]?.day ?? from,
        to: group.at(-1)?.day ?? to,
        totals: totalOf(group),
      })),
      since: earlier.since ?? moves.find(hasMoved)?.day ?? null,
    };
  },
});

/** A day may be known for its enrolments only. */
const hasMoved = ({ day: _, ...figures }: DayMoves): boolean =>
  Object.values(figures).some((figure) => figure !== 0);

// What a whole shop gives has no limit: beyond the exact integers a figure is rounded.

async function outstandingBefore(sql: Sql, merchantId: number, day: string) {
  const [row] = await sql<{ points: number; since: string | null }[]>`
    select coalesce(sum(issued - pending - redeemed - expired - taken_back + other), 0)::float8 as points,
      (min(day) filter (where issued <> 0 or pending <> 0 or redeemed <> 0 or expired <> 0 or taken_back <> 0 or other <> 0))::text
        as since
    from day_total where merchant_id = ${merchantId} and day < ${day}`;
  return row ?? { points: 0, since: null };
}

const readMoves = (sql: Sql, merchantId: number, from: string, to: string) => sql<DayMoves[]>`
  select day::text as day, sum(issued)::float8 as issued, sum(pending)::float8 as pending,
    sum(redeemed)::float8 as redeemed, sum(expired)::float8 as expired, sum(taken_back)::float8 as "takenBack",
    sum(other)::float8 as other
  from day_total where merchant_id = ${merchantId} and day between ${from} and ${to} group by day order by day`;
