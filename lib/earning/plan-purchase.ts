import { localDate } from "@/lib/kernel/calendar";
import { mostMoney } from "@/lib/kernel/money";
import { ownValue } from "@/lib/kernel/own-value";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { requestHash } from "@/lib/kernel/request-hash";
import { award } from "@/lib/points/domain/award";
import { settle } from "@/lib/points/domain/settle";
import { spend } from "@/lib/points/domain/spend";
import type { PointsState, Posting, Refusal } from "@/lib/points/domain/types";
import type { Facts, MemberFacts, RequestFacts } from "@/lib/points/facts";
import type { LedgerBatch } from "@/lib/points/posting";
import type { Program } from "@/lib/program/schemas";
import { type TierContext, tierAt } from "@/lib/tiers/count-towards-tier";
import { decideAward } from "./domain/decide-award";
import { payWithPoints } from "./domain/pay-with-points";
import type { AwardDecision, AwardLine } from "./domain/types";
import type { PurchaseFacts } from "./purchase-result";
import type { PurchaseInput } from "./schemas";

/** What a purchase keeps of the facts it was decided by, beside its lines and the version of its program. */
export interface RecordedBasis {
  zone: string;
  tier: string | null;
  firstPurchase: boolean;
  pointsTender: number;
  capUsed: Record<string, number>;
  budgetUsed: Record<string, number>;
}

interface Plan {
  id: string;
  input: PurchaseInput;
  facts: Facts;
  request: RequestFacts & { member: MemberFacts; version: number };
  program: Program;
  /** Null where nobody climbs tiers. */
  tiers: TierContext | null;
  now: Date;
  recordedBy: string;
  requestHash: string;
  importId?: string;
}

/**
 * Decides one purchase and adds what it changes to the batch and to the facts, so that the next purchase of the same
 * member in the same batch starts from there. Returns what the answer is made of.
 */
export function planPurchase(batch: LedgerBatch, plan: Plan): PurchaseFacts {
  const { input, request, facts, program, now, id } = plan;
  const { member } = request;
  const lines: AwardLine[] = input.lines.map((line, index) => ({ no: index + 1, ...line }));
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  refuseUncountable(amount, member);
  const tender = tenderValue(input, program, amount);
  const basis: RecordedBasis = {
    zone: facts.merchant.timezone,
    tier: tierAt(plan.tiers, member.standing, input.occurredAt, request.tier),
    firstPurchase: member.firstPurchaseAt === null,
    pointsTender: tender.amount,
    capUsed: batch.capsUsedBy(member.id, request.capUsed),
    budgetUsed: { ...facts.budgetUsed },
  };
  const decision = decideAward({
    ...basis,
    program,
    occurredAt: input.occurredAt,
    channel: input.channel,
    lines,
  });

  // Everything that can refuse comes before the batch is touched: a refused purchase leaves nothing in it.
  const postings: Posting[] = [];
  let state: PointsState = member;
  const decide = (posting: Posting | Refusal, path?: string): Posting => {
    if (!posting.ok) {
      const { code, params } = posting;
      throw new Problem(code, { params, fields: path ? [{ path, code, params }] : [] });
    }
    postings.push(posting);
    state = posting.state;
    return posting;
  };
  const note = { purchaseId: id };
  if (state.lots) decide(settle(state, now));
  if (tender.points > 0) decide(spend(state, { points: tender.points, at: now, note }), "tender.0.points");
  const pendingBefore = state.pending;
  const { occurredAt } = input;
  const awarded = decide(
    award(state, {
      parts: decision.parts,
      occurredAt,
      now,
      zone: basis.zone,
      expiry: program.expiry,
      tier: basis.tier,
      note,
    }),
  );
  const pending = state.pending - pendingBefore;

  for (const posting of postings) batch.addPosting(member.id, posting);
  batch.addPurchaseCount(member.id, state, {
    at: input.occurredAt,
    purchases: 1,
    revenue: amount,
    refunds: 0,
    refunded: 0,
  });
  addRows(batch, plan, {
    lines,
    amount,
    tender,
    basis,
    decision,
    pending,
    state,
    entrySeq: awarded.entries.find((entry) => entry.kind === "earn")?.seq,
  });
  moveFacts(plan, { state, decision, amount });

  return {
    id,
    externalId: input.externalId,
    memberId: member.id,
    occurredAt: input.occurredAt,
    channel: input.channel,
    amount,
    paidWithPoints: tender.amount,
    points: decision.points,
    pending,
    balance: state.balance,
    lines,
    items: decision.items,
    program,
    currency: facts.merchant.currency,
  };
}

/** Minor units. A member's spend stays far within the integers that are exact. */
const mostSpend = 1_000 * mostMoney;

/** `amount`: what a basket comes to, in minor units. */
export function requireCountable(amount: number): void {
  if (amount > mostMoney) throw fieldProblem("lines", "purchase.too_large", { most: mostMoney });
}

function refuseUncountable(amount: number, member: MemberFacts): void {
  requireCountable(amount);
  if (member.spend + amount > mostSpend) throw fieldProblem("lines", "purchase.spend", { most: mostSpend });
}

function tenderValue(
  input: PurchaseInput,
  program: Program,
  basket: number,
): { points: number; amount: number } {
  const points = input.tender[0]?.points ?? 0;
  const paid = payWithPoints(program, basket, points);
  if (!paid.ok) throw fieldProblem("tender.0.points", paid.code, paid.params);
  return { points, amount: paid.amount };
}

interface Decided {
  lines: AwardLine[];
  amount: number;
  tender: { points: number; amount: number };
  basis: RecordedBasis;
  decision: AwardDecision;
  pending: number;
  state: PointsState;
  entrySeq: number | undefined;
}

function addRows(batch: LedgerBatch, plan: Plan, decided: Decided): void {
  const { id, input, request, now, importId, recordedBy } = plan;
  const { decision, tender, basis } = decided;
  batch.addRow("purchases", {
    id,
    member_id: request.member.id,
    external_id: input.externalId,
    request_hash: plan.requestHash,
    channel: input.channel,
    occurred_at: input.occurredAt,
    recorded_at: now,
    day: localDate(input.occurredAt, basis.zone),
    amount: decided.amount,
    paid_with_points: tender.amount,
    points_tendered: tender.points,
    points: decision.points,
    pending: decided.pending,
    balance: decided.state.balance,
    program_version: request.version,
    basis,
    explanation: decision.items,
    entry_seq: decided.entrySeq,
    import_id: importId,
    recorded_by: recordedBy,
  });
  for (const line of input.lines.map((sent, index) => ({ purchase_id: id, no: index + 1, ...sent }))) {
    batch.addRow("lines", {
      ...line,
      product_type: line.productType,
      productType: undefined,
      voucherDiscount: undefined,
    });
  }
  for (const [key, used] of Object.entries(decision.capUse)) batch.addCapUse(request.member.id, key, used);
  for (const [rule, used] of Object.entries(decision.budgetUse)) batch.addBudgetUse(rule, used);
}

function moveFacts(
  { request, facts, input }: Plan,
  { state, decision, amount }: Pick<Decided, "state" | "decision" | "amount">,
): void {
  const { member } = request;
  Object.assign(member, state);
  member.purchaseCount += 1;
  member.spend += amount;
  if (!member.firstPurchaseAt || input.occurredAt < member.firstPurchaseAt)
    member.firstPurchaseAt = input.occurredAt;
  for (const [rule, used] of Object.entries(decision.budgetUse)) {
    facts.budgetUsed[rule] = (ownValue(facts.budgetUsed, rule) ?? 0) + used;
  }
}

/** What a repeat of the same external id is compared with. */
export const purchaseHash = (input: PurchaseInput): string => requestHash({ ...input, currency: undefined });
