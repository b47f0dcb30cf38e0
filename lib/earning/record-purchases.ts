import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { enrol } from "@/lib/members/enrol";
import { countryFor, memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import {
  type Facts,
  type FactsRequest,
  loadFacts,
  type MemberFacts,
  type RequestFacts,
} from "@/lib/points/facts";
import { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import { planPurchase, purchaseHash } from "./plan-purchase";
import { type PurchaseFacts, type PurchaseResult, purchaseResult } from "./purchase-result";
import { recordedPurchase } from "./recorded-purchase";
import type { PurchaseInput } from "./schemas";

interface RecordContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

interface RecordOptions {
  importId?: string;
  /** Decide only: nothing is locked and nothing is written. */
  quote?: boolean;
}

export type RecordOutcome =
  /** `points`: what was awarded now. `answer` is asked for inside the transaction, or not at all: an import has no use for a million of them. */
  | { ok: true; repeated: boolean; points: number; answer(): Promise<PurchaseResult> }
  | { ok: false; problem: Problem };

/** A till's clock may run ahead of ours by this much. */
const clockSkewMs = 5 * 60_000;

/**
 * Records purchases in the order given, each answered on its own: facts in one round trip, decisions in memory, one
 * posting sent with COMMIT. Every way in ends here.
 */
export async function recordPurchases(
  context: RecordContext,
  inputs: readonly PurchaseInput[],
  options: RecordOptions = {},
): Promise<RecordOutcome[]> {
  const { tx, actor, now } = context;
  const facts = await loadPurchaseFacts(context, inputs, options);
  const batch = new LedgerBatch({
    merchantId: actor.merchantId,
    zone: facts.merchant.timezone,
    now,
    actor: actorName(actor),
  });
  const done = new Map<string, Done>();
  const outcomes: RecordOutcome[] = [];
  for (const [index, input] of inputs.entries()) {
    const request = facts.requests[index];
    if (!request) throw new Error("posting_facts answered fewer requests than it was sent");
    try {
      outcomes.push(await recordOne({ ...context, batch, facts, request, input, options, done }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcomes.push({ ok: false, problem: error });
    }
  }
  if (!options.quote && !batch.isEmpty) tx.last(batch.statement(tx));
  return outcomes;
}

interface One extends RecordContext {
  batch: LedgerBatch;
  facts: Facts;
  request: RequestFacts;
  input: PurchaseInput;
  options: RecordOptions;
  /** What this batch has recorded, by external id. */
  done: Map<string, Done>;
}

type Done = { hash: string; facts: PurchaseFacts };

async function recordOne({
  tx,
  actor,
  now,
  batch,
  facts,
  request,
  input,
  options,
  done,
}: One): Promise<RecordOutcome> {
  const hash = purchaseHash(input);
  const repeat = options.quote ? undefined : repeatOf({ tx, actor, request, input, hash, done });
  if (repeat) return repeat;
  if (input.currency && input.currency !== facts.merchant.currency) {
    throw fieldProblem("currency", "other_currency", { currency: facts.merchant.currency });
  }
  if (input.occurredAt.getTime() > now.getTime() + clockSkewMs) {
    throw new Problem("in_future", { fields: [{ path: "occurredAt", code: "in_future" }] });
  }
  const { version } = request;
  const member =
    request.member ?? (options.quote ? await newBuyer(tx, actor.merchantId, request, input) : null);
  if (!member)
    throw new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent({ sql: tx.glance }, actor.merchantId, version);
  const id = uuidv7();
  const known = requireKnown(request, member, version);
  const planned = planPurchase(batch, {
    id,
    input,
    facts,
    request: known,
    program,
    now,
    recordedBy: actorName(actor),
    requestHash: hash,
    importId: options.importId,
  });
  if (!options.importId) batch.addAudit(auditRow(actor, now, recordAudit(planned)));
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
  tx,
  actor,
  request,
  input,
  hash,
  done,
}: Pick<One, "tx" | "actor" | "request" | "input" | "done"> & { hash: string }): RecordOutcome | undefined {
  const { existing } = request;
  const earlier = done.get(input.externalId);
  const knownHash = earlier?.hash ?? existing?.requestHash;
  if (knownHash !== undefined && knownHash !== hash) {
    throw new Problem("duplicate_external_id", { fields: [{ path: "externalId", code: "used" }] });
  }
  if (earlier) return answered(earlier.facts, true);
  if (!existing) return undefined;
  const answer = () => recordedPurchase(tx, actor.merchantId, existing.id);
  return { ok: true, repeated: true, points: 0, answer };
}

const requireKnown = (request: RequestFacts, member: MemberFacts, version: number) => ({
  ...request,
  member,
  version,
});

const recordAudit = ({ id, memberId, externalId, amount, points }: PurchaseFacts) => ({
  action: "purchase.record",
  subject: `purchase:${id}`,
  after: { member: memberId, externalId, amount, points },
});

function factsRequest(input: PurchaseInput, country: string): FactsRequest {
  const at = input.occurredAt;
  const rest = { at, external: input.externalId, lots: input.tender.length > 0 };
  return { ...memberKey(input.member, country), ...rest };
}

/**
 * One purchase is decided by a glance: nothing is locked, and the posting fails when the member's ledger has moved since.
 * Tried again, or with buyers to enrol, a budget to share or others in the same transaction, members are locked first.
 */
async function loadPurchaseFacts(
  context: RecordContext,
  inputs: readonly PurchaseInput[],
  { quote = false }: RecordOptions,
): Promise<Facts> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  const refs = inputs.map((input) => input.member);
  const glance = tx.untouched && (quote || (inputs.length === 1 && tx.attempt === 1));
  const country = await countryFor(glance ? { sql: tx.glance } : tx, merchantId, refs);
  const requests = inputs.map((input) => factsRequest(input, country));
  const locked = () => loadFacts(tx, { merchantId, now, lock: !quote, requests });
  if (!glance) {
    const facts = await locked();
    return !quote && (await enrolBuyers(context, inputs, facts)) ? locked() : facts;
  }
  const facts = await loadFacts({ sql: tx.glance }, { merchantId, now, lock: false, requests });
  if (quote) return facts;
  const shared = Object.keys(facts.budgetUsed).length > 0;
  return (await enrolBuyers(context, inputs, facts)) || shared ? locked() : facts;
}

/** Universal default: under a program that says so, the first purchase enrols its buyer. */
async function enrolBuyers(
  context: RecordContext,
  inputs: readonly PurchaseInput[],
  facts: Facts,
): Promise<boolean> {
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const request = facts.requests[index];
    if (!request || request.member || request.existing || request.version === null || !canEnrol(input.member))
      continue;
    const program = await programContent(
      { sql: context.tx.glance },
      context.actor.merchantId,
      request.version,
    );
    const key = JSON.stringify(input.member);
    if (!program.enrolment.universalDefault || seen.has(key)) continue;
    seen.add(key);
    const enrolledAt = input.occurredAt < context.now ? input.occurredAt : context.now;
    await enrol(context, input.member, { via: "purchase", enrolledAt });
  }
  return seen.size > 0;
}

/** Whom a quote is for when recording the purchase would enrol its buyer. */
async function newBuyer(
  tx: Tx,
  merchantId: number,
  { version }: RequestFacts,
  { member }: PurchaseInput,
): Promise<MemberFacts | null> {
  if (version === null || !canEnrol(member)) return null;
  const program = await programContent({ sql: tx.glance }, merchantId, version);
  if (!program.enrolment.universalDefault) return null;
  const nothing = { balance: 0, pending: 0, debt: 0, entrySeq: 0, lotNo: 0, nextDueAt: null, lots: [] };
  return { ...nothing, id: "", purchaseCount: 0, spend: 0, firstPurchaseAt: null };
}

const canEnrol = (ref: MemberRef): ref is Exclude<MemberRef, { id: string } | { card: string }> =>
  "externalId" in ref || "email" in ref || "phone" in ref;
