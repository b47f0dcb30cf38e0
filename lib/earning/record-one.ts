import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { type AuditFacts, auditRow } from "@/lib/access/audit";
import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import type { Facts, MemberFacts, RequestFacts } from "@/lib/points/facts";
import type { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import { addVoucherUse, type PurchaseVouchers, requireVouchers } from "@/lib/rewards/purchase-vouchers";
import { giveEntryRewards } from "@/lib/rewards/tier-rewards";
import { countTowardsTier, tierContext } from "@/lib/tiers/count-towards-tier";
import type { Importing } from "./new-buyers";
import { planPurchase, purchaseHash } from "./plan-purchase";
import { type PurchaseFacts, type PurchaseResult, purchaseResult } from "./purchase-result";
import { recordedPurchase } from "./recorded-purchase";
import type { PurchaseInput } from "./schemas";

export interface RecordOptions {
  importing?: Importing;
  /** Decide only: nothing is locked and nothing is written. */
  quote?: boolean;
}

export type RecordOutcome =
  /** `points`: what was awarded now. `answer` is asked for inside the transaction, or not at all: an import has no use for a million of them. */
  | {
      ok: true;
      repeated: boolean;
      points: number;
      /** Its buyer is a member since. */
      enrolled?: boolean;
      answer(): Promise<PurchaseResult>;
    }
  | { ok: false; problem: Problem };

interface One {
  source: Pick<Tx, "sql">;
  actor: Actor;
  now: Date;
  batch: LedgerBatch;
  facts: Facts;
  request: RequestFacts;
  input: PurchaseInput;
  options: RecordOptions;
  /** Those that the purchases of the batch name. */
  vouchers: PurchaseVouchers;
  /** What this batch has recorded, by external id. */
  done: Map<string, Done>;
}

export type Done = { hash: string; facts: PurchaseFacts };

/** Decides one purchase by facts that were read, and adds it to the batch. Refuses by throwing, with nothing added. */
export async function recordOne({
  source,
  actor,
  now,
  batch,
  facts,
  request,
  input,
  options,
  vouchers,
  done,
}: One): Promise<RecordOutcome> {
  const hash = purchaseHash(input);
  const repeat = options.quote ? undefined : repeatOf({ source, actor, request, input, hash, done });
  if (repeat) return repeat;
  if (input.currency && input.currency !== facts.merchant.currency) {
    throw fieldProblem("currency", "other_currency", { currency: facts.merchant.currency });
  }
  if (input.occurredAt.getTime() > now.getTime() + clockSkewMs) {
    throw new Problem("in_future", { fields: [{ path: "occurredAt", code: "in_future" }] });
  }
  const { version, member } = request;
  if (!member)
    throw new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent(source, actor.merchantId, version);
  const tiers = await tierContext(source, actor.merchantId, facts, version);
  const used = requireVouchers(vouchers, { actor, now }, { codes: input.vouchers ?? [], lines: input.lines });
  const id = uuidv7();
  const known = requireKnown(request, member, version);
  const planned = planPurchase(batch, {
    id,
    input,
    facts,
    request: known,
    program,
    tiers,
    now,
    recordedBy: actorName(actor),
    requestHash: hash,
    importId: options.importing?.id ?? undefined,
  });
  if (!options.quote) addVoucherUse(batch, { actor, now }, used, { id, externalId: input.externalId });
  if (tiers && !options.quote) {
    const { amount: spend, points } = planned;
    const entered = await countTowardsTier(tiers, batch, member, {
      at: input.occurredAt,
      spend,
      points,
      visits: 1,
      activities: 0,
    });
    // History that is brought in gives nobody anything new.
    if (entered && !options.importing) await giveEntryRewards({ tiers, actor, now, batch }, member, entered);
  }
  if (!options.importing) batch.addAudit(auditRow(actor, now, recordAudit(planned)));
  done.set(input.externalId, { hash, facts: planned });
  return answered(planned, false);
}

const answered = (facts: PurchaseFacts, repeated: boolean): RecordOutcome => ({
  ok: true,
  repeated,
  points: facts.points,
  answer: async () => purchaseResult(facts),
});

/** The same external id again: answered as it was, or refused when what is sent differs. */
function repeatOf({
  source,
  actor,
  request,
  input,
  hash,
  done,
}: Pick<One, "source" | "actor" | "request" | "input" | "done"> & { hash: string }):
  | RecordOutcome
  | undefined {
  const { existing } = request;
  const earlier = done.get(input.externalId);
  const knownHash = earlier?.hash ?? existing?.requestHash;
  if (knownHash !== undefined && knownHash !== hash) {
    throw new Problem("duplicate_external_id", { fields: [{ path: "externalId", code: "used" }] });
  }
  if (earlier) return answered(earlier.facts, true);
  if (!existing) return undefined;
  const answer = () => recordedPurchase(source, actor.merchantId, existing.id);
  return { ok: true, repeated: true, points: 0, answer };
}

const requireKnown = (request: RequestFacts, member: MemberFacts, version: number) => ({
  ...request,
  member,
  version,
});

const recordAudit = ({ id, memberId, externalId, amount, points }: PurchaseFacts): AuditFacts => ({
  action: "purchase.record",
  subject: `purchase:${id}`,
  after: { member: memberId, externalId, amount, points },
});
