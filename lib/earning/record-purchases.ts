import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { enrol } from "@/lib/members/enrol";
import { countryFor } from "@/lib/members/member-key";
import { type Facts, type FactsRequest, loadFacts } from "@/lib/points/facts";
import { programContent } from "@/lib/program/program-content";
import { purchaseVouchers } from "@/lib/rewards/purchase-vouchers";
import { batchFor, factsRequest } from "./facts-request";
import { canEnrol, type Done, type RecordOptions, type RecordOutcome, recordOne } from "./record-one";
import type { PurchaseInput } from "./schemas";

interface RecordContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/**
 * Records purchases in the order given, each answered on its own: facts in one round trip, decisions in memory, one
 * posting sent with COMMIT. Every way in ends here.
 */
export async function recordPurchases(
  context: RecordContext,
  inputs: readonly PurchaseInput[],
  options: RecordOptions = {},
): Promise<RecordOutcome[]> {
  const { tx, actor } = context;
  const country = await countryFor(
    tx,
    actor.merchantId,
    inputs.map((input) => input.member),
  );
  const read = inputs.map((input) => readRequest(input, country));
  const readable = read.filter((one): one is Asked => !(one instanceof Problem));
  const recorded = readable.length > 0 ? await recordReadable(context, readable, options) : [];
  const outcomes = recorded.values();
  return read.map((one) => {
    if (one instanceof Problem) return { ok: false, problem: one };
    const { value } = outcomes.next();
    if (!value) throw new Error("a purchase was not answered");
    return value;
  });
}

interface Asked {
  input: PurchaseInput;
  request: FactsRequest;
}

/** A member who is named by what nobody can be known by refuses this purchase, not the ones beside it. */
function readRequest(input: PurchaseInput, country: string): Asked | Problem {
  try {
    return { input, request: factsRequest(input, country) };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function recordReadable(
  context: RecordContext,
  asked: readonly Asked[],
  options: RecordOptions,
): Promise<RecordOutcome[]> {
  const { tx, actor, now } = context;
  const facts = await loadPurchaseFacts(context, asked);
  const vouchers = await purchaseVouchers(tx, {
    merchantId: actor.merchantId,
    codes: asked.flatMap(({ input }) => input.vouchers ?? []),
    lock: true,
  });
  const batch = batchFor(context, facts);
  const done = new Map<string, Done>();
  const outcomes: RecordOutcome[] = [];
  for (const [index, { input }] of asked.entries()) {
    const request = facts.requests[index];
    if (!request) throw new Error("posting_facts answered fewer requests than it was sent");
    try {
      outcomes.push(
        await recordOne({ source: tx, actor, now, batch, facts, request, input, options, vouchers, done }),
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcomes.push({ ok: false, problem: error });
    }
  }
  if (!batch.isEmpty) tx.last(batch.statement(tx));
  return outcomes;
}

/** Members are locked first; those that the first look did not find may be enrolled, and are locked then. */
async function loadPurchaseFacts(context: RecordContext, asked: readonly Asked[]): Promise<Facts> {
  const { tx, actor, now } = context;
  const requests = asked.map(({ request }) => request);
  const locked = () => loadFacts(tx, { merchantId: actor.merchantId, now, lock: true, requests });
  const facts = await locked();
  return (await enrolBuyers(context, asked, facts)) ? locked() : facts;
}

/** Universal default: under a program that says so, the first purchase enrols its buyer. */
async function enrolBuyers(context: RecordContext, asked: readonly Asked[], facts: Facts): Promise<boolean> {
  const seen = new Set<string>();
  for (const [index, { input }] of asked.entries()) {
    const request = facts.requests[index];
    if (!request || request.member || request.existing || request.version === null || !canEnrol(input.member))
      continue;
    const program = await programContent(context.tx, context.actor.merchantId, request.version);
    const key = JSON.stringify(input.member);
    if (!program.enrolment.universalDefault || seen.has(key)) continue;
    seen.add(key);
    const enrolledAt = input.occurredAt < context.now ? input.occurredAt : context.now;
    await enrolUnlessKnown(context, input.member, { via: "purchase", enrolledAt });
  }
  return seen.size > 0;
}

/** Another till may enrol the same buyer between our look and our write: then there is a member to find after all. */
async function enrolUnlessKnown(...enrolment: Parameters<typeof enrol>): Promise<void> {
  try {
    await enrol(...enrolment);
  } catch (error) {
    if (!(error instanceof Problem && error.code === "member_exists")) throw error;
  }
}
