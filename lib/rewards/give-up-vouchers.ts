import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { cancel } from "./cancel";

/** Takes back what whoever leaves did not fetch: its points go where they came from, to be given up with the others, and stock is there again. */
export async function giveUpVouchers(
  context: { tx: Tx; actor: Actor; now: Date },
  memberId: string,
): Promise<void> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  await tx.flush();
  // Held from here on, so that nothing is taken between looking and leaving.
  await tx.sql`select id from member where merchant_id = ${merchantId} and id = ${memberId} for update`;
  const open = await tx.sql<{ id: string }[]>`
    select id from redemption where merchant_id = ${merchantId} and member_id = ${memberId} and status = 'open'
      and (expires_at is null or expires_at > ${now.toISOString()}) order by id`;
  for (const { id } of open) {
    await cancel(context, { redemption: id });
    await tx.flush();
  }
}
