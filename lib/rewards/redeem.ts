import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { countryFor, memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import { spend } from "@/lib/points/domain/spend";
import { type Facts, loadFacts, type MemberFacts } from "@/lib/points/facts";
import { settleInto } from "@/lib/points/lock-members";
import { postOrRefuse } from "@/lib/points/post-or-refuse";
import { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { missingFor, type OfferFacts, priceFor } from "./domain/offer";
import { rewardChange } from "./domain/reward-change";
import { addRedemption } from "./new-redemption";
import {
  type RedemptionResult,
  type RedemptionRow,
  redemptionColumns,
  redemptionResult,
} from "./redemption-row";
import { refuseChange, refuseMissing } from "./refusals";
import { type RewardFacts, rewardFacts } from "./reward-facts";
import type { RedemptionInput, Reward } from "./schemas";

interface RedeemContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/**
 * Takes a reward for points: two round trips. A first try only looks; the posting fails, and all is decided again under
 * locks, when the member's ledger has moved since or the stock does not cover it. `expiresAt`: when the voucher ends, instead
 * of when the reward says.
 */
export async function redeem(
  context: RedeemContext,
  ref: MemberRef,
  input: RedemptionInput,
  { expiresAt }: { expiresAt?: Date } = {},
): Promise<RedemptionResult> {
  const { tx, actor, now } = context;
  let glance = tx.untouched && tx.attempt === 1;
  let found = await look(context, ref, input, glance);
  const price = found && priceFor(found.reward, found.standing);
  // A free one moves no entry by which a posting would notice another one of the same moment.
  if (glance && (!found || price === 0 || found.facts.entrySeq !== found.member.entrySeq)) {
    glance = false;
    found = await look(context, ref, input, glance);
  }
  if (!found) throw unknownMember();
  const { member, reward, facts, zone } = found;
  if (facts.existing) return repeated(context, found.member.id, input, facts.existing);

  const { merchantId } = actor;
  const batch = new LedgerBatch({ merchantId, zone, now, actor: actorName(actor) });
  settleInto(batch, member, now);
  const offer: OfferFacts = { ...found.standing, ...facts, now, zone, balance: member.balance };
  await refuseSeenChange(context, found, input.version);
  const missing = missingFor(reward, offer, input.quantity);
  if (missing[0]) throw refuseMissing(missing[0], found.program, member.balance);

  const points = (priceFor(reward, offer) ?? 0) * input.quantity;
  const id = input.id ?? uuidv7();
  const note = { redemptionId: id, reference: reward.name };
  const entry =
    points > 0
      ? postOrRefuse(batch, member, (state) => spend(state, { points, at: now, note }), "reward")
      : null;
  const row = addRedemption(batch, {
    id,
    memberId: member.id,
    reward,
    quantity: input.quantity,
    version: found.version,
    zone,
    now,
    recordedBy: actorName(actor),
    points,
    balance: member.balance,
    entrySeq: entry?.seq ?? null,
    source: "points",
    expiresAt,
    audit: auditRow(actor, now, {
      action: "reward.redeem",
      subject: `redemption:${id}`,
      after: { member: member.id, reward: reward.key, quantity: input.quantity, points },
    }),
  });
  tx.last(batch.statement(tx.untouched ? { sql: tx.glance } : tx));
  return redemptionResult(row, now);
}

interface Found {
  member: MemberFacts;
  reward: Reward;
  program: Program;
  version: number;
  zone: string;
  facts: RewardFacts;
  standing: Pick<OfferFacts, "tier" | "tierOrder">;
}

/** Member, reward and what has been taken, in one round trip; null when there is no such member. */
async function look(
  { tx, actor, now }: RedeemContext,
  ref: MemberRef,
  { reward: key, id }: RedemptionInput,
  glance: boolean,
): Promise<Found | null> {
  const { merchantId } = actor;
  const source = glance ? { sql: tx.glance } : tx;
  const named = memberKey(ref, await countryFor(source, merchantId, [ref]));
  const requests = [{ ...named, at: now, lots: true }];
  const loaded = loadFacts(source, { merchantId, now, lock: !glance, requests });
  if (!glance) {
    // Lock order, everywhere: members, then the totals of rewards.
    await loaded;
    await lockTotal(tx, merchantId, key);
  }
  const [facts, points] = await Promise.all([
    rewardFacts(source.sql, { merchantId, now, member: named, reward: key, id: id ?? null }),
    loaded,
  ]);
  return facts && pickReward(source, merchantId, points, facts, key);
}

const lockTotal = (tx: Tx, merchantId: number, key: string) =>
  tx.sql`select given from reward_total where merchant_id = ${merchantId} and reward = ${key} for update`;

async function pickReward(
  source: Pick<Tx, "sql">,
  merchantId: number,
  { merchant, requests: [request] }: Facts,
  facts: RewardFacts,
  key: string,
): Promise<Found | null> {
  if (!request?.member) return null;
  const { member, version, tier } = request;
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent(source, merchantId, version);
  const reward = program.rewards.find((one) => one.key === key);
  if (!reward)
    throw new Problem("reward_not_found", { fields: [{ path: "reward", code: "reward.not_found" }] });
  const tierOrder = program.tiers.map((one) => one.key);
  return { member, reward, program, version, zone: merchant.timezone, facts, standing: { tier, tierOrder } };
}

const unknownMember = () =>
  new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });

/** A reward that was edited between look and tap: taken if this member pays the same for the same, else told. */
async function refuseSeenChange(
  { tx, actor }: RedeemContext,
  { reward, version, standing }: Found,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined || seen === version) return;
  if (seen > version) throw new Problem("invalid", { fields: [{ path: "version", code: "reward.version" }] });
  const program = await programContent({ sql: tx.untouched ? tx.glance : tx.sql }, actor.merchantId, seen);
  const before = program.rewards.find((one) => one.key === reward.key);
  if (!before) return;
  const tierOrder = program.tiers.map((one) => one.key);
  const change = rewardChange({ reward: before, tier: standing.tier, tierOrder }, { reward, ...standing });
  if (change) throw refuseChange(change);
}

/** The same tap again is answered as it was; another one with its id is refused. */
async function repeated(
  { tx, actor, now }: RedeemContext,
  memberId: string,
  input: RedemptionInput,
  existing: NonNullable<RewardFacts["existing"]>,
): Promise<RedemptionResult> {
  const same =
    existing.memberId === memberId &&
    existing.reward === input.reward &&
    existing.quantity === input.quantity;
  if (!same) throw new Problem("duplicate_external_id", { fields: [{ path: "id", code: "used" }] });
  const [row] = await tx.sql<RedemptionRow[]>`
    select ${redemptionColumns(tx.sql)} from redemption r
    where r.merchant_id = ${actor.merchantId} and r.id = ${input.id ?? null}`;
  if (!row) throw new Error(`redemption ${input.id} is gone`);
  return redemptionResult(row, now);
}
