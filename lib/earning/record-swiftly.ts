import type { Database } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { countryFor } from "@/lib/members/member-key";
import { type Facts, type FactsRequest, lookAtFacts, type RequestFacts } from "@/lib/points/facts";
import { postTogether } from "@/lib/points/post-together";
import type { LedgerBatch } from "@/lib/points/posting";
import { purchaseVouchers } from "@/lib/rewards/purchase-vouchers";
import { batchFor, factsRequest } from "./facts-request";
import { NewBuyers } from "./new-buyers";
import type { PurchaseResult } from "./purchase-result";
import { type RecordOptions, recordOne } from "./record-one";
import type { PurchaseInput } from "./schemas";

interface Context {
  database: Database;
  actor: Actor;
  now: Date;
}

/**
 * Records one purchase without a transaction: decided by a look at facts that nobody locks, written by one statement that
 * fails when the member's ledger has moved since. Both go together with what others ask at the same moment. undefined
 * where more is needed: a repeat, a buyer to enrol, a budget to share, a voucher to hold.
 */
export async function recordSwiftly(
  context: Context,
  input: PurchaseInput,
): Promise<PurchaseResult | undefined> {
  if (input.vouchers) return undefined;
  const { facts, request } = await look(context, input);
  if (!request.member || request.existing || request.version === null) return undefined;
  if (Object.keys(facts.budgetUsed).length > 0) return undefined;
  const { batch, answer } = await decide(context, input, { facts, request });
  await postTogether(context.database, context.actor.merchantId, batch);
  return answer();
}

/** What recording it would be answered with. Nothing is written. */
export async function quoteSwiftly(context: Context, input: PurchaseInput): Promise<PurchaseResult> {
  const { facts, request, asked } = await look(context, input);
  const { database: source, actor, now } = context;
  // Whom recording the purchase would enrol.
  const buyer = await new NewBuyers({ source, actor, now, facts }).of(asked, request);
  const looked = { facts, request: buyer ? { ...request, member: buyer.facts } : request };
  const { answer } = await decide(context, input, looked, { quote: true });
  return answer();
}

interface Looked {
  facts: Facts;
  request: RequestFacts;
}

async function look(
  { database, actor, now }: Context,
  input: PurchaseInput,
): Promise<Looked & { asked: FactsRequest }> {
  const { merchantId } = actor;
  const country = await countryFor(database, merchantId, [input.member]);
  const asked = factsRequest(input, country);
  const facts = await lookAtFacts(database, { merchantId, now, request: asked });
  const [request] = facts.requests;
  if (!request) throw new Error("posting_facts answered fewer requests than it was sent");
  return { facts, request, asked };
}

async function decide(
  { database, actor, now }: Context,
  input: PurchaseInput,
  looked: Looked,
  options: RecordOptions = {},
): Promise<{ batch: LedgerBatch; answer(): Promise<PurchaseResult> }> {
  const batch = batchFor({ actor, now }, looked.facts);
  const done = new Map();
  const { merchantId } = actor;
  const vouchers = await purchaseVouchers(database, { merchantId, codes: input.vouchers ?? [], lock: false });
  const asked = { source: database, actor, now, batch, ...looked, input, options, vouchers, done };
  const outcome = await recordOne(asked);
  if (!outcome.ok) throw outcome.problem;
  return { batch, answer: outcome.answer };
}
