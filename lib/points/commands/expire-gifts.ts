import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { endGift } from "../end-gift";

/** Returns one gift that nobody accepted in time. Called until there is none: each is a transaction of its own. */
export const expireGifts = defineCommand({
  name: "points.expire-gifts",
  permission: "points.run-due",
  input: z.strictObject({}),
  async run({ actor, now, tx }) {
    const [due] = await tx.sql<{ id: string }[]>`
      select g.id from gift_offer g
      join member f on f.merchant_id = ${actor.merchantId} and f.id = g.from_member_id and f.status = 'active'
      join member t on t.merchant_id = ${actor.merchantId} and t.id = g.to_member_id and t.status = 'active'
      where g.merchant_id = ${actor.merchantId} and g.status = 'offered' and g.expires_at <= ${now.toISOString()}
      order by g.expires_at limit 1`;
    if (!due) return { gifts: 0 };
    await endGift({ tx, actor, now }, { id: due.id, as: "expired", by: null });
    return { gifts: 1 };
  },
});
