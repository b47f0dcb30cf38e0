import type { Tx } from "@/db/client";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { refusePlace } from "../evening-of";
import { fulfilmentSchema, type Gives } from "../schemas";

/**
 * Moves on what waits for staff: ready to be fetched, handed over (which uses its voucher), or waiting again after all. Of
 * two people at once the second is told where it went.
 */
export const moveFulfilment = defineCommand({
  name: "reward.fulfil",
  permission: "vouchers.use",
  input: fulfilmentSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const done = input.to === "handed-over";
    const at = now.toISOString();
    const [moved] = await tx.sql<{ member: string; id: string; reward: string; gives: Gives }[]>`
      update redemption r set fulfilment = ${input.to}, status = ${done ? "used" : "open"},
        ended_at = ${done ? at : null}, ended_by = ${done ? actorName(actor) : null}
      where r.merchant_id = ${merchantId} and r.id = ${input.redemption} and r.status = 'open'
        and r.fulfilment in ('waiting', 'ready') and (r.expires_at is null or r.expires_at > ${at})
      returning r.member_id as member, r.id, r.reward, r.gives`;
    if (!moved) throw await whyNot(tx, merchantId, input.redemption);
    if (done) await refusePlace(tx, merchantId, moved);
    audit(tx, actor, now, {
      action: "reward.fulfil",
      subject: `redemption:${input.redemption}`,
      after: { member: moved.member, to: input.to },
    });
    return { redemption: input.redemption, fulfilment: input.to };
  },
});

async function whyNot(tx: Tx, merchantId: number, id: string): Promise<Problem> {
  const [found] = await tx.sql`select id from redemption where merchant_id = ${merchantId} and id = ${id}`;
  return new Problem(found ? "not_waiting" : "not_found");
}
