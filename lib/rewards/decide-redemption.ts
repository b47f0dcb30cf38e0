import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { spend } from "@/lib/points/domain/spend";
import type { Facts, MemberFacts } from "@/lib/points/facts";
import { settleInto } from "@/lib/points/lock-members";
import { postOrRefuse } from "@/lib/points/post-or-refuse";
import { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { missingFor, type OfferFacts, priceFor, type Standing } from "./domain/offer";
import { rewardChange } from "./domain/reward-change";
import { addRedemption } from "./new-redemption";
import { type RedemptionResult, redemptionResult } from "./redemption-row";
import { refuseChange, refuseMissing } from "./refusals";
import type { RewardFacts } from "./reward-facts";
import { rewardStanding } from "./reward-standing";
import type { RedemptionInput, Reward } from "./schemas";

/** A member, and the reward that they want, as there is one. */
export interface Wish {
  member: MemberFacts;
  reward: Reward;
  program: Program;
  version: number;
  zone: string;
  facts: RewardFacts;
  standing: Standing;
}

type Source = Pick<Tx, "sql">;

/** What was read, put together; null when there is no such member. */
export async function readWish(
  { source, merchantId, now }: { source: Source; merchantId: number; now: Date },
  { merchant, requests: [request] }: Facts,
  facts: RewardFacts | null,
  key: string,
): Promise<Wish | null> {
  if (!request?.member || !facts) return null;
  const { member, version } = request;
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent(source, merchantId, version);
  const reward = program.rewards.find((one) => one.key === key);
  if (!reward)
    throw new Problem("reward_not_found", { fields: [{ path: "reward", code: "reward.not_found" }] });
  const standing = await rewardStanding(source, merchantId, { merchant, request }, { now, program, version });
  return { member, reward, program, version, zone: merchant.timezone, facts, standing };
}

interface Context {
  actor: Actor;
  now: Date;
  /** Reads the version that was looked at. */
  source: Source;
  /** The evening that it is a place at: the voucher ends with it, instead of when the reward says. */
  evening?: { endsAt: Date };
}

/** Decides a redemption, or refuses it: what has to be posted, and what is answered then. */
export async function decideRedemption(
  { actor, now, source, evening }: Context,
  wish: Wish,
  input: RedemptionInput,
): Promise<{ batch: LedgerBatch; answer: RedemptionResult }> {
  const { merchantId } = actor;
  const { member, reward, facts, zone, standing, program, version } = wish;
  const { quantity } = input;
  const batch = new LedgerBatch({ merchantId, zone, now, actor: actorName(actor) });
  settleInto(batch, member, now);
  const offer: OfferFacts = {
    ...standing,
    ...facts,
    now,
    zone,
    balance: member.balance,
    evening: evening !== undefined,
  };
  await refuseSeenChange(source, merchantId, wish, input.version);
  const [missing] = missingFor(reward, offer, quantity);
  if (missing) throw refuseMissing(missing, program, member.balance);

  const points = (priceFor(reward, offer) ?? 0) * quantity;
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
    quantity,
    version,
    zone,
    now,
    recordedBy: actorName(actor),
    points,
    balance: member.balance,
    entrySeq: entry?.seq ?? null,
    source: "points",
    expiresAt: evening?.endsAt,
    most: reward.stock ?? null,
    audit: auditRow(actor, now, {
      action: "reward.redeem",
      subject: `redemption:${id}`,
      after: { member: member.id, reward: reward.key, quantity, points },
    }),
  });
  return { batch, answer: redemptionResult(row, now) };
}

/** A reward that was edited between look and tap: taken if this member pays the same for the same, else told. */
async function refuseSeenChange(
  source: Source,
  merchantId: number,
  { reward, version, standing }: Wish,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined || seen === version) return;
  if (seen > version) throw new Problem("invalid", { fields: [{ path: "version", code: "reward.version" }] });
  const program = await programContent(source, merchantId, seen);
  const before = program.rewards.find((one) => one.key === reward.key);
  if (!before) return;
  const tierOrder = program.tiers.map((one) => one.key);
  const change = rewardChange({ reward: before, tier: standing.tier, tierOrder }, { reward, ...standing });
  if (change) throw refuseChange(change);
}
