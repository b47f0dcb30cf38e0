import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { countryFor } from "@/lib/members/member-key";
import { type FactsRequest, loadFacts } from "@/lib/points/facts";
import { purchaseVouchers } from "@/lib/rewards/purchase-vouchers";
import { batchFor, factsRequest } from "./facts-request";
import { NewBuyers } from "./new-buyers";
import { type Done, type RecordOptions, type RecordOutcome, recordOne } from "./record-one";
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
  { tx, actor, now }: RecordContext,
  asked: readonly Asked[],
  options: RecordOptions,
): Promise<RecordOutcome[]> {
  const { merchantId } = actor;
  const requests = asked.map(({ request }) => request);
  const facts = await loadFacts(tx, { merchantId, now, lock: true, requests });
  const codes = asked.flatMap(({ input }) => input.vouchers ?? []);
  const vouchers = await purchaseVouchers(tx, { merchantId, codes, lock: true });
  const batch = batchFor({ actor, now }, facts);
  const buyers = new NewBuyers({ source: tx, actor, now, facts, importing: options.importing });
  const done = new Map<string, Done>();
  const outcomes: RecordOutcome[] = [];
  for (const [index, one] of asked.entries()) {
    const known = facts.requests[index];
    if (!known) throw new Error("posting_facts answered fewer requests than it was sent");
    const buyer = await buyers.of(one.request, known);
    const request = buyer ? { ...known, member: buyer.facts } : known;
    const { input } = one;
    try {
      const outcome = await recordOne({
        source: tx,
        actor,
        now,
        batch,
        facts,
        request,
        input,
        options,
        vouchers,
        done,
      });
      outcomes.push(outcome);
      if (buyer && outcome.ok && !outcome.repeated) outcome.enrolled = buyers.accept(buyer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcomes.push({ ok: false, problem: error });
    }
  }
  await buyers.enrol(batch);
  if (!batch.isEmpty) tx.last(batch.statement(tx));
  return outcomes;
}
