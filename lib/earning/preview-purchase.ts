import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { countryFor, memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import { loadFacts } from "@/lib/points/facts";
import type { Program } from "@/lib/program/schemas";
import { tierAt, tierContext } from "@/lib/tiers/count-towards-tier";
import { decideAward } from "./domain/decide-award";
import type { AwardDecision, AwardFacts } from "./domain/types";
import { requireCountable } from "./plan-purchase";
import type { PreviewInput } from "./schemas";

/** What a purchase would be decided by, before a program is chosen. */
export interface PreviewFacts extends Omit<AwardFacts, "program" | "pointsTender"> {
  /** Points that would pay for a part of it. */
  tendered: number;
  currency: string;
  /** The version in force when it happens. */
  version: number | null;
}

/**
 * The facts of a purchase that is not recorded, read without a lock: of a member, or of somebody who might come.
 */
export async function previewFacts(
  tx: Tx,
  { merchantId, now, input }: { merchantId: number; now: Date; input: PreviewInput },
): Promise<PreviewFacts> {
  const { sql } = tx;
  const { member } = input;
  const [merchant, budgets, person] = await Promise.all([
    sql<{ timezone: string; currency: string; version: number | null }[]>`
      select timezone, currency, (select version from program_version
        where merchant_id = ${merchantId} and effective_from <= ${input.occurredAt.toISOString()}
        order by effective_from desc, version desc limit 1) as version
      from merchant where id = ${merchantId}`,
    sql<
      { rule: string; used: number }[]
    >`select rule, used from budget_use where merchant_id = ${merchantId}`,
    "tier" in member
      ? { ...member, capUsed: {} }
      : knownPerson(tx, { merchantId, now, member, at: input.occurredAt }),
  ]);
  const [shop] = merchant;
  if (!shop) throw new Problem("not_found");
  return {
    zone: shop.timezone,
    currency: shop.currency,
    version: shop.version,
    occurredAt: input.occurredAt,
    channel: input.channel,
    ...person,
    lines: input.lines.map((line, index) => ({ no: index + 1, ...line })),
    tendered: input.tender[0]?.points ?? 0,
    budgetUsed: Object.fromEntries(budgets.map(({ rule, used }) => [rule, used])),
  };
}

interface Known {
  merchantId: number;
  now: Date;
  member: MemberRef;
  at: Date;
}

async function knownPerson(tx: Tx, { merchantId, now, member, at }: Known) {
  const key = memberKey(member, await countryFor(tx, merchantId, [member]));
  const facts = await loadFacts(tx, { merchantId, now, lock: false, requests: [{ ...key, at }] });
  const [request] = facts.requests;
  if (!request?.member) {
    throw new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });
  }
  const tiers = request.version === null ? null : await tierContext(tx, merchantId, facts, request.version);
  const tier = tierAt(tiers, request.member.standing, at, request.tier);
  return { tier, firstPurchase: request.member.firstPurchaseAt === null, capUsed: request.capUsed };
}

/** What the purchase would earn under a program: the decision that recording it would take. */
export function previewAward(facts: PreviewFacts, program: Program): AwardDecision {
  const basket = facts.lines.reduce((sum, line) => sum + line.amount, 0);
  requireCountable(basket);
  const { points, amount } = program.pointValue;
  const value = (BigInt(facts.tendered) * BigInt(amount)) / BigInt(points);
  if (value > BigInt(basket)) {
    throw new Problem("invalid", { fields: [{ path: "tender.0.points", code: "tender.over_basket" }] });
  }
  return decideAward({ ...facts, program, pointsTender: Number(value) });
}
