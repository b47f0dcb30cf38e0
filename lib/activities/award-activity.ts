import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { award } from "@/lib/points/domain/award";
import type { Locked } from "@/lib/points/lock-members";
import type { ActivityType } from "@/lib/program/schemas";
import { giveEntryRewards } from "@/lib/rewards/tier-rewards";
import { countTowardsTier, tierAt, tierContext } from "@/lib/tiers/count-towards-tier";
import { type ActivityDecision, budgetKey, decideActivity } from "./domain/decide-activity";

export interface Awarded {
  decision: ActivityDecision;
  pending: number;
  balance: number;
  entrySeq: number | null;
}

interface Award {
  tx: Tx;
  actor: Actor;
  now: Date;
  type: ActivityType;
  occurredAt: Date;
  /** Of the program that decides. */
  version: number;
  /** It has its place within its limits since it was put to somebody to approve. */
  counted?: boolean;
}

/**
 * Decides what an activity of the first of the locked members gives, by the program and the tier that were asked for with
 * the lock, and adds it to the batch.
 */
export async function awardActivity(
  { batch, members, facts, program }: Locked,
  { tx, actor, now, type, occurredAt, version, counted }: Award,
): Promise<Awarded> {
  const { merchantId } = actor;
  const [member] = members;
  const [request] = facts.requests;
  const zone = facts.merchant.timezone;
  const capUsed = batch.capsUsedBy(member.id, request?.capUsed ?? {});
  const budgetUsed = type.budget === undefined ? 0 : await lockBudget(tx, merchantId, budgetKey(type));
  const tiers = await tierContext(tx, merchantId, facts, version);
  const tier = tierAt(tiers, member.standing, occurredAt, request?.tier ?? null);
  const decision = decideActivity({
    program,
    type,
    zone,
    occurredAt,
    tier,
    capUsed,
    budgetUsed,
    counted,
  });
  const pendingBefore = member.pending;
  const { parts } = decision;
  const posting = award(member, { parts, occurredAt, now, zone, expiry: program.expiry, tier, note: {} });
  batch.addPosting(member.id, posting);
  Object.assign(member, posting.state);
  for (const [key, used] of Object.entries(decision.capUse)) batch.addCapUse(member.id, key, used);
  if (decision.budgetUse > 0) batch.addBudgetUse(budgetKey(type), decision.budgetUse);
  if (tiers && decision.counts) {
    const counts = { spend: 0, visits: 0, points: decision.points, activities: 1 };
    const entered = await countTowardsTier(tiers, batch, member, { at: occurredAt, ...counts });
    if (entered) await giveEntryRewards({ tiers, actor, now, batch }, member, entered);
  }
  return {
    decision,
    pending: member.pending - pendingBefore,
    balance: member.balance,
    entrySeq: posting.entries.find((entry) => entry.kind === "earn")?.seq ?? null,
  };
}

/** Holds back everybody else who would draw on a budget until commit. After the member's lock, as everywhere. */
async function lockBudget(tx: Tx, merchantId: number, rule: string): Promise<number> {
  const [row] = await tx.sql<{ used: number }[]>`
    insert into budget_use (merchant_id, rule, used) values (${merchantId}, ${rule}, 0)
    on conflict (merchant_id, rule) do update set used = budget_use.used returning used`;
  return row?.used ?? 0;
}
