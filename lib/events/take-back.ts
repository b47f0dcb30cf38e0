import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { type CancellationResult, cancel } from "@/lib/rewards/cancel";
import { eveningOf } from "@/lib/rewards/evening-of";
import type { RedemptionRow } from "@/lib/rewards/redemption-row";
import { lockEvent } from "./event-facts";
import { freePlace } from "./free-place";

interface TakeBackContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/**
 * Takes back a redemption, whatever it is of: one that is a place at an evening is given to whoever waits for it, as it is
 * when the place itself is given back. `owner`: whose it has to be.
 */
export async function takeBack(
  context: TakeBackContext,
  input: { redemption: string; reason?: string },
  owner?: string,
): Promise<CancellationResult> {
  const { tx, actor } = context;
  const { merchantId } = actor;
  const { redemption: place } = input;
  const [found] = await tx.sql<Pick<RedemptionRow, "id" | "reward" | "gives">[]>`
    select id, reward, gives from redemption where merchant_id = ${merchantId} and id = ${place}`;
  const evening = found ? await eveningOf(tx, merchantId, found) : null;
  if (!evening) return cancel(context, input, owner);
  // Before the member, as everywhere.
  const event = await lockEvent(tx, merchantId, evening.id);
  const result = await cancel(context, input, owner);
  const { member: memberId } = result.redemption;
  await freePlace(context, event, { place, memberId, returned: result.points.returned });
  return result;
}
