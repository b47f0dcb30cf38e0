import { addDays, addMonths, localDate, weekday } from "@/lib/kernel/calendar";
import type { LimitPeriod, Reward } from "../schemas";

/** Where a member stands among the program's tiers. */
export interface Standing {
  tier: string | null;
  /** Keys of the program's tiers, lowest first. */
  tierOrder: readonly string[];
}

/** A member, and what has been taken, as an offer has to know them. */
export interface OfferFacts extends Standing {
  now: Date;
  zone: string;
  tags: readonly string[];
  /** What this member took of the reward in the present day, week, month, year and ever. */
  taken: Record<LimitPeriod, number>;
  /** What everybody took of its stock. */
  given: number;
  balance: number;
  /** It is taken as a place at an evening. */
  evening?: boolean;
}

/** What stands between a member and a reward, in the order in which it is told. */
export type Missing =
  | { kind: "granted" }
  | { kind: "tag" }
  | { kind: "tier"; tiers: string[] }
  | { kind: "early"; from: string }
  | { kind: "over"; to: string }
  /** An experience is had at one of its evenings only. */
  | { kind: "evening" }
  | { kind: "stock"; left: number }
  /** `again`: the first day on which another may be taken; null: never. */
  | { kind: "limit"; per: LimitPeriod; count: number; again: string | null }
  | { kind: "points"; points: number };

/** Points that one costs this member; null when it is not to be had for points. */
export function priceFor({ price }: Reward, standing: Standing): number | null {
  if (price.kind === "granted") return null;
  return atOrBelow(price.tiers ?? [], standing)?.points ?? price.points;
}

/** The first day on which this member may take it; null: since ever. */
export const firstDayFor = ({ dates, earlier }: Reward, standing: Standing): string | null =>
  atOrBelow(earlier ?? [], standing)?.from ?? dates?.from ?? null;

/** The entry of the member's tier, or of the nearest one below that has one. */
function atOrBelow<T extends { tier: string }>(
  entries: readonly T[],
  { tier, tierOrder }: Standing,
): T | undefined {
  const rank = tier === null ? -1 : tierOrder.indexOf(tier);
  const reached = entries.filter((entry) => tierOrder.indexOf(entry.tier) <= rank);
  return reached.sort((a, b) => tierOrder.indexOf(b.tier) - tierOrder.indexOf(a.tier))[0];
}

/** Everything that keeps a member from taking so many of a reward now; empty when nothing does. */
export function missingFor(reward: Reward, facts: OfferFacts, quantity = 1): Missing[] {
  const today = localDate(facts.now, facts.zone);
  const price = priceFor(reward, facts);
  const missing: (Missing | false)[] = [
    price === null && { kind: "granted" },
    ...gates(reward, facts, today),
    ...limitsReached(reward, facts, quantity, today),
    price !== null &&
      price * quantity > facts.balance && { kind: "points", points: price * quantity - facts.balance },
  ];
  return missing.filter((one) => one !== false);
}

type GateFacts = Standing & Pick<OfferFacts, "tags" | "evening">;

function gates(reward: Reward, facts: GateFacts, today: string): Missing[] {
  const { tiers, tags, dates, gives } = reward;
  const from = firstDayFor(reward, facts);
  const missing: (Missing | false)[] = [
    tags !== undefined && !tags.some((tag) => facts.tags.includes(tag)) && { kind: "tag" },
    tiers !== undefined && !tiers.includes(facts.tier ?? "") && { kind: "tier", tiers },
    from !== null && today < from && { kind: "early", from },
    dates?.to !== undefined && today > dates.to && { kind: "over", to: dates.to },
    gives.kind === "experience" && !facts.evening && { kind: "evening" },
  ];
  return missing.filter((one) => one !== false);
}

/** What keeps a member from being given one for nothing: all but its price. */
export function missingForGift(reward: Reward, facts: Omit<OfferFacts, "balance">): Missing[] {
  const today = localDate(facts.now, facts.zone);
  return [...gates(reward, facts, today), ...limitsReached(reward, facts, 1, today)];
}

/** Whether a job may give it to such a member on a local day: what was promised asks for no stock and no limits. */
export const isGivable = (
  reward: Reward,
  member: Standing & Pick<OfferFacts, "tags">,
  day: string,
): boolean => gates(reward, member, day).length === 0;

function limitsReached(
  { stock, limits = [] }: Reward,
  { given, taken }: Pick<OfferFacts, "given" | "taken">,
  quantity: number,
  today: string,
): Missing[] {
  const missing: (Missing | false)[] = [
    stock !== undefined && given + quantity > stock && { kind: "stock", left: Math.max(0, stock - given) },
    ...limits.map(
      ({ per, count }): Missing | false =>
        taken[per] + quantity > count && { kind: "limit", per, count, again: nextPeriod(per, today) },
    ),
  ];
  return missing.filter((one) => one !== false);
}

/** First local day of the period after the one that a day is in. */
function nextPeriod(per: LimitPeriod, day: string): string | null {
  switch (per) {
    case "day":
      return addDays(day, 1);
    case "week":
      return addDays(day, 8 - weekday(day));
    case "month":
      return addMonths(`${day.slice(0, 7)}-01`, 1);
    case "year":
      return addMonths(`${day.slice(0, 4)}-01-01`, 12);
    case "ever":
      return null;
  }
}

/** Whether a member sees it at all: not before their day, not after the last one, not without a tag that it asks for. */
export const isShown = (missing: readonly Missing[]): boolean =>
  !missing.some((one) => ["granted", "tag", "early", "over"].includes(one.kind));
