import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { countryFor, type MemberKey, memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import { loadFacts, lookAtFacts } from "@/lib/points/facts";
import { postTogether } from "@/lib/points/post-together";
import { decideRedemption, readWish } from "./decide-redemption";
import { priceFor } from "./domain/offer";
import type { RedemptionResult } from "./redemption-row";
import { repeated } from "./repeated";
import { lookAtReward, type RewardFacts, rewardFacts } from "./reward-facts";
import type { RedemptionInput, Reward } from "./schemas";

interface Asked {
  actor: Actor;
  now: Date;
  ref: MemberRef;
  input: RedemptionInput;
}

/**
 * Takes a reward without a transaction: decided by a look, written by one statement that fails when the member's ledger
 * has moved since or the stock does not cover it. Both go together with what others ask at the same moment. undefined
 * where more is needed.
 */
export async function redeemSwiftly(
  database: Database,
  { actor, now, ref, input }: Asked,
): Promise<RedemptionResult | undefined> {
  const { merchantId } = actor;
  const member = memberKey(ref, await countryFor(database, merchantId, [ref]));
  const place = `${merchantId}:${input.reward}`;
  const skipped = plain.has(place) && input.id === undefined;
  const [points, facts] = await Promise.all([
    lookAtFacts(database, { merchantId, now, request: { ...member, at: now, lots: true } }),
    skipped
      ? null
      : lookAtReward(database, merchantId, { now, member, reward: input.reward, id: input.id ?? null }),
  ]);
  // Read side by side: a redemption may have come between. What was taken before stays taken, whatever is offered by now.
  if (facts?.existing) return undefined;
  const entrySeq = points.requests[0]?.member?.entrySeq ?? 0;
  const known = skipped ? { ...nothingToKnow, entrySeq } : facts;
  const wish = await readWish({ source: database, merchantId, now }, points, known, input.reward);
  if (!wish) return undefined;
  if (isPlain(wish.reward)) remember(place);
  else plain.delete(place);
  if (skipped && !isPlain(wish.reward)) return undefined;
  if (wish.facts.entrySeq !== wish.member.entrySeq) return undefined;
  // A free one moves no entry by which a posting would notice another one of the same moment.
  if (priceFor(wish.reward, wish.standing) === 0) return undefined;
  const { batch, answer } = await decideRedemption({ actor, now, source: database }, wish, input);
  await postTogether(database, merchantId, batch);
  return answer;
}

/**
 * Rewards, by merchant and key, that were without limits and tags when last seen. Of such a one nothing has to be read but
 * the member: what is left of its stock, the posting finds out. A guess only: what is in force decides.
 */
const plain = new Set<string>();
const isPlain = ({ limits, tags }: Reward): boolean => limits === undefined && tags === undefined;

function remember(place: string): void {
  if (plain.size >= 50_000) plain.clear();
  plain.add(place);
}

const nothingToKnow: Omit<RewardFacts, "entrySeq"> = {
  tags: [],
  given: 0,
  taken: { day: 0, week: 0, month: 0, year: 0, ever: 0 },
  existing: null,
};

/**
 * The same under locks, which no one else can get between: the member's, then the reward's total. `evening`: the one
 * that it is a place at.
 */
export async function redeem(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  ref: MemberRef,
  input: RedemptionInput,
  { evening }: { evening?: { endsAt: Date } } = {},
): Promise<RedemptionResult> {
  const { merchantId } = actor;
  const member = memberKey(ref, await countryFor(tx, merchantId, [ref]));
  const requests = [{ ...member, at: now, lots: true }];
  const points = await loadFacts(tx, { merchantId, now, lock: true, requests });
  const { reward, id = null } = input;
  // Whoever was merged is known here by whatever they were known by, as who carries on.
  const known = points.requests[0]?.member?.id;
  const meant: MemberKey = known ? { by: "id", value: known } : member;
  const [, [facts]] = await Promise.all([
    tx.sql`select given from reward_total where merchant_id = ${merchantId} and reward = ${reward} for update`,
    rewardFacts(tx.sql, merchantId, [{ now, member: meant, reward, id }]),
  ]);
  if (known && facts?.existing) {
    const { quantity } = input;
    const asked = { member: known, reward, quantity, source: "points" as const };
    const before = await repeated(tx, { merchantId, now, id: input.id }, asked);
    if (before) return before;
  }
  const wish = await readWish({ source: tx, merchantId, now }, points, facts ?? null, reward);
  if (!wish)
    throw new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });
  const { batch, answer } = await decideRedemption({ actor, now, source: tx, evening }, wish, input);
  tx.last(batch.statement(tx));
  return answer;
}
