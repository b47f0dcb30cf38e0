import { type Actor, actorName } from "@/lib/access/actor";
import { memberKey } from "@/lib/members/member-key";
import type { Facts, FactsRequest } from "@/lib/points/facts";
import { LedgerBatch } from "@/lib/points/posting";
import type { PurchaseInput } from "./schemas";

/** What has to be known before a purchase is decided. */
export function factsRequest(input: PurchaseInput, country: string): FactsRequest {
  const at = input.occurredAt;
  const rest = { at, external: input.externalId, lots: input.tender.length > 0 };
  return { ...memberKey(input.member, country), ...rest };
}

/** Where what is decided by these facts is collected. */
export const batchFor = ({ actor, now }: { actor: Actor; now: Date }, { merchant }: Facts): LedgerBatch =>
  new LedgerBatch({ merchantId: actor.merchantId, zone: merchant.timezone, now, actor: actorName(actor) });
