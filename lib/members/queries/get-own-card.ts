import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";

/** What the signed-in customer's card shows. */
export const getOwnCard = defineQuery({
  name: "members.own-card",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    const [rows, points] = await Promise.all([
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
    ]);
    const [row] = rows;
    if (!row) throw new Problem("not_found");
    return { name: row.name ?? row.email ?? "", card: row.card, ...points };
  },
});
