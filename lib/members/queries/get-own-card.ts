import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { Problem } from "@/lib/kernel/problems";
import { shownAhead } from "@/lib/kernel/shown-ahead";
import { memberPointsByDay } from "@/lib/points/member-points";
import { publishedProgram } from "@/lib/program/published-program";

/**
 * What the signed-in customer's card shows. `expiring`: every day on which points expire, as far ahead as the program warns
 * of it, as in the mail; `nextExpiry`: the day after that when there is none so near.
 */
export const getOwnCard = defineQuery({
  name: "members.own-card",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    const [rows, { expiring: _, days, ...points }, program, shop] = await Promise.all([
      database.sql<
        {
          name: string | null;
          email: string | null;
          card: string;
        }[]
      >`
        select m.name, m.email, m.card_number as card
        from member m where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active'`,
      memberPointsByDay(database, { merchantId, memberId, now }),
      publishedProgram(database, merchantId, now),
      shopById(database, merchantId),
    ]);
    const [row] = rows;
    if (!row) throw new Problem("not_found");
    const lastNear = addDays(localDate(now, shop.timezone), shownAhead(program?.warnings));
    const expiring = days.filter(({ lastDay }) => lastDay <= lastNear);
    return {
      name: row.name ?? row.email ?? "",
      card: row.card,
      ...points,
      expiring,
      nextExpiry: expiring.length === 0 ? (days[0] ?? null) : null,
    };
  },
});
