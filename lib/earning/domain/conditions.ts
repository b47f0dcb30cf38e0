import { addDays, type LocalParts, weekday } from "@/lib/kernel/calendar";
import type { CompiledRule } from "./compile-program";
import type { Basket } from "./eligible";
import type { MissedReason } from "./types";

/** What the conditions of a rule look at. */
export interface Situation {
  moment: LocalParts;
  channel: string;
  tier: string | null;
  firstPurchase: boolean;
  basket: Basket;
}

/** A condition that failed; `never` is one that this customer could not have met by coming otherwise. */
export type Failing = MissedReason | "never";

/** The conditions of a rule that do not hold; none when it applies. */
export function failing(rule: CompiledRule, situation: Situation): Failing[] {
  const fails: Failing[] = [];
  const spend = spendOn(rule, situation.basket);
  if (spend === 0) return ["never"];
  if (rule.firstPurchase && !situation.firstPurchase) return ["never"];
  if (rule.channels && !rule.channels.has(situation.channel)) fails.push("channel");
  if (rule.tiers && !(situation.tier !== null && rule.tiers.has(situation.tier))) fails.push("tier");
  if (spend < rule.minimumSpend) fails.push("minimumSpend");
  if (rule.hours || rule.weekdays || rule.dates) fails.push(...failingTimes(rule, situation.moment));
  return fails;
}

/** Eligible minor units that a rule looks at: its product types, or everything. */
export function spendOn(rule: CompiledRule, basket: Basket): number {
  if (!rule.types) return basket.eligible;
  let sum = 0;
  for (const [type, amount] of basket.byType) if (rule.types.has(type)) sum += amount;
  return sum;
}

function failingTimes(rule: CompiledRule, moment: LocalParts): Failing[] {
  const fails: Failing[] = [];
  const { hours, dates, weekdays } = rule;
  let { date, weekday: day, minutes } = moment;
  if (hours) {
    const overnight = hours.to <= hours.from;
    const early = minutes < hours.to;
    const within = overnight ? minutes >= hours.from || early : minutes >= hours.from && early;
    if (!within) fails.push("hours");
    // Friday 22:00 to 02:00 is all of Friday night: after midnight, the day that counts is the one on which it began.
    if (overnight && early) {
      date = addDays(date, -1);
      day = weekday(date);
    }
  }
  if (weekdays && !weekdays.has(day)) fails.push("weekday");
  if (dates && ((dates.from && date < dates.from) || (dates.to && date > dates.to))) fails.push("never");
  return fails;
}
