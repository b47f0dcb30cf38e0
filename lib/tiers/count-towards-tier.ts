import type { Tx } from "@/db/client";
import type { PointsState } from "@/lib/points/domain/types";
import type { Facts } from "@/lib/points/facts";
import type { LedgerBatch } from "@/lib/points/posting";
import { advance, countEvent, lapsesAt, rankOf } from "./domain/evaluate-tier";
import { countQuietly, isLate } from "./domain/late-event";
import { replayTier } from "./domain/replay-tier";
import type { PeriodPlace, QualifyingEvent, Standing, TierRules } from "./domain/types";
import { membersPast } from "./member-past";
import type { StandingFacts } from "./standing-facts";
import { publishedTierRules, tierRulesOf } from "./tier-rules-of";

/** What the tiers of a shop are decided by at an instant. */
export interface TierContext {
  source: Pick<Tx, "sql">;
  merchantId: number;
  zone: string;
  /** The newest version of the program, and its rules. */
  version: number;
  newest: TierRules;
  /** Those in force when the event happened, over the newest ones' window. */
  rules: TierRules;
}

interface TieredMember extends PointsState {
  id: string;
  standing: StandingFacts | null;
}

/** Null where nobody climbs tiers; `version` is the one in force when the event happened. */
export async function tierContext(
  source: Pick<Tx, "sql">,
  merchantId: number,
  { merchant }: Pick<Facts, "merchant">,
  version: number,
): Promise<TierContext | null> {
  if (merchant.qualifyingVersion === null) return null;
  const newest = await tierRulesOf(source, merchantId, merchant.qualifyingVersion);
  const then =
    version === merchant.qualifyingVersion ? newest : await tierRulesOf(source, merchantId, version);
  return {
    source,
    merchantId,
    zone: merchant.timezone,
    version: merchant.qualifyingVersion,
    newest,
    rules: { ...then, window: newest.window },
  };
}

/** The tier by which something that happens at `at` is judged; `recorded` is what the member's history says of then. */
export function tierAt(
  context: TierContext | null,
  standing: StandingFacts | null,
  at: Date,
  recorded: string | null,
): string | null {
  if (!context || !standing) return recorded;
  if (!isLate(standing.now, at))
    return advance(standing.now, at, context.rules, placeOf(context, standing)).standing.tier;
  const moved = standing.changes.findLast((change) => change.at <= at);
  return moved ? moved.tier : recorded;
}

/**
 * Counts what a member did, and adds where it leads them to the batch. Something that arrives late and changes what was
 * reached makes it necessary to read all that they ever did; nothing else does. Returns the tier that they have entered by it.
 */
export async function countTowardsTier(
  context: TierContext,
  batch: LedgerBatch,
  member: TieredMember,
  event: QualifyingEvent,
): Promise<string | null> {
  const { standing } = member;
  if (!standing) return null;
  const place = placeOf(context, standing);
  const { tier: before } = standing.now;
  standing.unwritten.push(event);
  if (!isLate(standing.now, event.at)) {
    const { standing: moved, changes } = countEvent(standing.now, event, context.rules, place);
    standing.now = moved;
    standing.changes.push(...changes);
  } else {
    const counted = quietly(context, standing.now, event, place);
    if (counted) standing.now = counted;
    else await replay(context, member.id, standing, event.at);
  }
  keep(context, batch, member, standing);
  const { tier } = standing.now;
  return rankOf(tier, context.newest) > rankOf(before, context.newest) ? tier : null;
}

/** Takes off what something, or part of it, had counted; `now` is when its tier is lost with it. Returns the tiers that are lost. */
export async function takeOffTier(
  context: TierContext,
  batch: LedgerBatch,
  member: TieredMember,
  { id, event, now }: { id: string; event: QualifyingEvent; now: Date },
): Promise<string[]> {
  const { standing } = member;
  if (!standing) return [];
  const { tier: had } = standing.now;
  const counted = quietly(context, standing.now, event, placeOf(context, standing));
  if (counted) standing.now = counted;
  else {
    const { source, merchantId } = context;
    const [past, publications] = await Promise.all([
      membersPast(source, merchantId, [member.id]),
      publishedTierRules(source, merchantId),
    ]);
    const { events = [], byHand = [] } = past.get(member.id) ?? {};
    const left = events.map((one) => (one.id === id ? sumOf(one, event) : one));
    const horizon = standing.now.asOf ?? now;
    const { standing: lived } = replayTier(
      { events: left, byHand, publications },
      placeOf(context, standing),
      horizon,
    );
    const before = standing.now;
    const isLost = lived.tier !== before.tier;
    standing.now = { ...lived, since: isLost ? now : before.since };
    if (isLost) standing.changes.push({ at: now, from: before.tier, tier: lived.tier, reason: "refunded" });
  }
  keep(context, batch, member, standing);
  const ladder = context.newest;
  const between = ladder.tiers.slice(rankOf(standing.now.tier, ladder) + 1, rankOf(had, ladder) + 1);
  return between.map(({ key }) => key);
}

/** When a member has to be looked at although nothing happens. */
export function dueOf(now: Standing, newest: TierRules, place: PeriodPlace): Date | null {
  if (now.asOf && now.asOf < newest.from) return newest.from;
  return lapsesAt(now, newest, place);
}

export const placeOf = (
  { zone }: Pick<TierContext, "zone">,
  { enrolledAt }: Pick<StandingFacts, "enrolledAt">,
): PeriodPlace => ({ zone, enrolledAt });

function keep(context: TierContext, batch: LedgerBatch, member: TieredMember, standing: StandingFacts): void {
  standing.dueAt = dueOf(standing.now, context.newest, placeOf(context, standing));
  batch.setStanding(member.id, member, standing);
}

/** By the rules of its day and by the newest: a result that changes by either may have moved the member since. */
function quietly(
  { rules, newest }: TierContext,
  now: Standing,
  event: QualifyingEvent,
  place: PeriodPlace,
): Standing | null {
  if (rules.tiers !== newest.tiers && !countQuietly(now, event, rules, place)) return null;
  return countQuietly(now, event, newest, place);
}

async function replay(
  context: TierContext,
  memberId: string,
  standing: StandingFacts,
  from: Date,
): Promise<void> {
  const { source, merchantId } = context;
  const [past, publications] = await Promise.all([
    membersPast(source, merchantId, [memberId]),
    publishedTierRules(source, merchantId),
  ]);
  const { events = [], byHand = [] } = past.get(memberId) ?? {};
  const { standing: lived, changes } = replayTier(
    { events: [...events, ...standing.unwritten], byHand, publications },
    placeOf(context, standing),
    standing.now.asOf ?? from,
  );
  const since = standing.rewrittenFrom && standing.rewrittenFrom < from ? standing.rewrittenFrom : from;
  standing.now = lived;
  standing.rewrittenFrom = since;
  standing.changes = changes.filter(({ at }) => at >= since);
}

const sumOf = (a: QualifyingEvent & { id: string }, b: QualifyingEvent): QualifyingEvent => ({
  at: a.at,
  spend: a.spend + b.spend,
  points: a.points + b.points,
  visits: a.visits + b.visits,
  activities: a.activities + b.activities,
});
