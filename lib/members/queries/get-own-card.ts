import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { shownAhead } from "@/lib/kernel/shown-ahead";
import { memberPoints } from "@/lib/points/member-points";
import { publishedProgram } from "@/lib/program/published-program";

/** What the signed-in customer's card shows; what expires from the first day on which the program warns of it. */
export const getOwnCard = defineQuery({
  name: "members.own-card",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    const [rows, points, program] = await Promise.all([
      database.sql<
        {
          name: string | null;
          email: string | null;
          card: string;
        }[]
      >`
        select m.name, m.email, m.card_number as card
        from member m where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active'`,
      memberPoints(database, { merchantId, memberId, now }),
      publishedProgram(database, merchantId, now),
    ]);
    const [row] = rows;
    if (!row) throw new Problem("not_found");
    const ahead = shownAhead(program?.warnings) * day;
    const isNear = points.expiring && Date.parse(points.expiring.at) - now.getTime() <= ahead;
    return {
      name: row.name ?? row.email ?? "",
      card: row.card,
      ...points,
      expiring: isNear ? points.expiring : null,
    };
  },
});

const day = 86_400_000;
