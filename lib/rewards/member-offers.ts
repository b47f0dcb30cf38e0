import type { Database } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { tierKeyNow } from "@/lib/tiers/tier-now";
import { isShown, type Missing, missingFor, type OfferFacts, priceFor } from "./domain/offer";
import { type RewardTotals, rewardTotals } from "./reward-totals";
import type { Gives, LimitPeriod, Reward } from "./schemas";

/** A reward as one member is offered it; every figure that a sentence about it needs. */
export interface RewardOffer {
  key: string;
  name: string;
  description: string | null;
  terms: string | null;
  /** Hash of its picture. */
  picture: string | null;
  gives: Gives;
  /** What one costs this member, and what it costs others, where that differs. */
  points: number;
  usualPoints: number | null;
  /** How many are left of its stock; null: there are always more. */
  left: number | null;
  /** Minor units that members gave to its cause so far; null: it is no donation. */
  donated: number | null;
  validDays: number | null;
  /** Last day on which it can be taken. */
  lastDay: string | null;
  /** Somebody has to get it ready. */
  prepared: boolean;
  /** Nothing is missing. */
  available: boolean;
  /** What is, tiers by name. */
  missing: Missing[];
  /** Points that are missing, and about how many visits earn them by this member's own average; null: not known yet. */
  toGo: { points: number; visits: number | null } | null;
}

export interface MemberOffers {
  /** The version to send with a redemption, so that what was seen is what is taken. */
  version: number;
  balance: number;
  offers: RewardOffer[];
}

interface Asked {
  merchantId: number;
  memberId: string;
  now: Date;
}

interface Standing {
  version: number | null;
  zone: string;
  tags: string[];
  pointsAVisit: number | null;
}

/** What a member may look forward to, in the program's order: what is not for them, or not yet, is left out. */
export async function memberOffers(database: Database, asked: Asked): Promise<MemberOffers> {
  const { merchantId, memberId, now } = asked;
  const [standing, tier, { balance }, taken, totals] = await Promise.all([
    readStanding(database, asked),
    tierKeyNow(database, asked),
    memberPoints(database, { merchantId, memberId, now }),
    readTaken(database, asked),
    rewardTotals(database, merchantId),
  ]);
  if (!standing) throw new Problem("not_found");
  const { version, zone, tags, pointsAVisit } = standing;
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent(database, merchantId, version);
  const tierOrder = program.tiers.map((one) => one.key);
  const offers = program.rewards.flatMap((reward) => {
    const total = totals.get(reward.key) ?? none;
    const facts: OfferFacts = {
      now,
      zone,
      tier,
      tierOrder,
      tags,
      balance,
      given: total.given,
      taken: taken.get(reward.key) ?? nothingTaken,
    };
    return offerOf(reward, { facts, total, program, pointsAVisit }) ?? [];
  });
  return { version, balance, offers };
}

const none: RewardTotals = { given: 0, donated: 0 };
const nothingTaken: Record<LimitPeriod, number> = { day: 0, week: 0, month: 0, year: 0, ever: 0 };

interface Offering {
  facts: OfferFacts;
  total: RewardTotals;
  program: Program;
  pointsAVisit: number | null;
}

function offerOf(reward: Reward, { facts, total, program, pointsAVisit }: Offering): RewardOffer | null {
  const missing = missingFor(reward, facts);
  const points = priceFor(reward, facts);
  if (points === null || !isShown(missing)) return null;
  const usual = reward.price.kind === "points" ? reward.price.points : null;
  const short = missing.find((one) => one.kind === "points");
  return {
    key: reward.key,
    name: reward.name,
    description: reward.description ?? null,
    terms: reward.terms ?? null,
    picture: reward.picture ?? null,
    gives: reward.gives,
    points,
    usualPoints: usual === points ? null : usual,
    left: reward.stock === undefined ? null : Math.max(0, reward.stock - total.given),
    donated: reward.gives.kind === "donation" ? total.donated : null,
    validDays: reward.validDays ?? null,
    lastDay: reward.dates?.to ?? null,
    prepared: reward.prepared === true || reward.gives.kind === "service",
    available: missing.length === 0,
    missing: missing.map((one) => (one.kind === "tier" ? named(one, program) : one)),
    toGo: short
      ? { points: short.points, visits: pointsAVisit && Math.ceil(short.points / pointsAVisit) }
      : null,
  };
}

const named = ({ kind, tiers }: Extract<Missing, { kind: "tier" }>, program: Program): Missing => ({
  kind,
  tiers: tiers.map((key) => program.tiers.find((tier) => tier.key === key)?.name ?? key),
});

/** What a visit earns on average is taken from the last twenty. */
async function readStanding(
  { sql }: Database,
  { merchantId, memberId, now }: Asked,
): Promise<Standing | undefined> {
  const at = now.toISOString();
  const [row] = await sql<Standing[]>`
    select m.tags, shop.timezone as zone,
      (select p.version from program_version p where p.merchant_id = ${merchantId} and p.effective_from <= ${at}
        order by p.effective_from desc, p.version desc limit 1) as version,
      (select nullif(greatest(avg(v.points), 0), 0)::float8 from (select p.points - p.points_taken as points from purchase p
        where p.merchant_id = ${merchantId} and p.member_id = m.id and p.status = 'recorded'
        order by p.occurred_at desc limit 20) v) as "pointsAVisit"
    from member m join merchant shop on shop.id = ${merchantId}
    where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active'`;
  return row;
}

async function readTaken(
  { sql }: Database,
  { merchantId, memberId, now }: Asked,
): Promise<Map<string, Record<LimitPeriod, number>>> {
  const rows = await sql<(Record<LimitPeriod, number> & { reward: string })[]>`
    select r.reward, sum(r.quantity) filter (where r.day = d.today) as day,
      sum(r.quantity) filter (where r.day >= date_trunc('week', d.today)::date) as week,
      sum(r.quantity) filter (where r.day >= date_trunc('month', d.today)::date) as month,
      sum(r.quantity) filter (where r.day >= date_trunc('year', d.today)::date) as year,
      sum(r.quantity) as ever
    from redemption r
    cross join (select (${now.toISOString()}::timestamptz at time zone timezone)::date as today
      from merchant where id = ${merchantId}) d
    where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and r.status <> 'cancelled' group by r.reward`;
  return new Map(
    rows.map(({ reward, ...taken }) => [
      reward,
      {
        day: taken.day ?? 0,
        week: taken.week ?? 0,
        month: taken.month ?? 0,
        year: taken.year ?? 0,
        ever: taken.ever,
      },
    ]),
  );
}
