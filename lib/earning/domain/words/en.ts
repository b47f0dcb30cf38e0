import { countWord } from "@/lib/kernel/count-words";
import { clockWords } from "@/lib/kernel/i18n/day-words";
import type { CapPeriod } from "@/lib/program/schemas";
import type { MissedReason } from "../types";
import type { ConditionWords, Words } from "./words";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const quoted = (name: string): string => `“${name}”`;
const period: Record<CapPeriod, string> = {
  day: "a day",
  week: "a week",
  month: "a month",
  year: "a year",
  ever: "in all",
};
const count = (n: number) => countWord(n, "en");
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const dayText = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const multiples: Record<number, string> = {
  15000: "half as much again",
  20000: "doubled",
  30000: "tripled",
};
const counts: Record<number, string> = {
  15000: "half as much again",
  20000: "double",
  30000: "triple",
};
const why: Record<MissedReason, string> = {
  minimumSpend: "",
  hours: " at its hours",
  weekday: " on its days",
  tier: " in its tier",
  channel: " where it holds",
};

export const en: Words = {
  list: (names) => and.format(names),
  anyOf: (names) => or.format(names),
  channels: { store: "the till", online: "the online shop" },
  quoted,
  many: "points",
  points: (figure, n) => `${figure} ${n === 1 ? "point" : "points"}`,

  sentence: (head, clauses) => (clauses.length === 0 ? `${head}.` : `${head}: ${clauses.join("; ")}.`),
  forType: (figure, type) => `${figure} for ${type}`,
  forAmount: (figure, amount, type) => `${figure} for ${amount} of ${type}`,
  forReason: (figure, reason) => `${figure} for ${reason}`,
  times: (factor, figure) => multiples[factor] ?? `times ${figure}`,
  timesForTiers: (times, tiers) => `${times} for ${tiers}`,
  timesByRule: (times, name) => `${times} by ${quoted(name)}`,
  more: (figure, times) => `${figure} more, everything ${times}`,
  moreForType: (figure, type, times) => `${figure} more for ${type}, ${times}`,
  capped: (figure, limit, per, rule) =>
    rule === null
      ? `${figure} fewer, as the most is ${limit} ${period[per]}`
      : `${figure} fewer, as ${quoted(rule)} gives at most ${limit} ${period[per]}`,
  overOften: (figure, activity, often) => `${figure} fewer, as ${quoted(activity)} counts ${often}`,
  overBudget: (figure, rule) => `${figure} fewer, as ${quoted(rule)} has given all that it had`,
  excluded: (type) => `none for ${type}`,
  tender: (amount, points) => `none for the ${amount} paid with ${points}`,
  missed: (figure, name, reason, missing) =>
    missing === null
      ? `${quoted(name)} would have given ${figure} more${why[reason]}.`
      : `${quoted(name)} would have given ${figure} more for another ${missing}.`,

  rowCapped: (limit, per, rule) =>
    `${rule === null ? "At most" : `${rule}: at most`} ${limit} ${period[per]}`,
  rowOften: (activity, often) => `${activity}: ${often}`,
  rowBudget: (rule) => `${rule}: given out`,
  rowTender: (amount, points) => `Paid with ${points}, ${amount}`,

  reason: (when) => {
    const { hours, weekdays, minimumSpend, firstPurchase, ...rest } = when;
    if (Object.keys(rest).length > 0) return null;
    if (firstPurchase) return "a first purchase";
    if (minimumSpend) return hours || weekdays ? null : `spending ${minimumSpend} or more`;
    if (hours) return `coming ${hoursOf(hours)}`;
    return weekdays ? `coming ${weekdaysOf(weekdays)}` : null;
  },

  conditions: ({ hours, weekdays, dates, tiers, channels, firstPurchase, minimumSpend }) => {
    const times = [hours && hoursOf(hours), weekdays && weekdaysOf(weekdays)].filter(
      (text) => text !== undefined,
    );
    return [
      dates && datesOf(dates),
      times.length > 0 && times.join(" "),
      tiers && `for ${tiers}`,
      channels && `through ${channels}`,
      firstPurchase && "on a first purchase",
      minimumSpend && `from a spend of ${minimumSpend} on`,
    ].filter((text) => typeof text === "string");
  },
  rate: (per, types, points) => `every ${per} ${types ? `of ${types}` : "spent"} earns ${points}`,
  noRate: (types) => (types ? `nothing is earned on ${types}` : "nothing is earned"),
  bonus: (types, points, when) => `${subjectOf(types, when)} earns ${points} more`,
  multiplier: (types, factor, figure, points) =>
    `${points}${types ? ` on ${types}` : ""} count ${counts[factor] ?? `${figure} times`}`,
  often: (times, per) => {
    const text = times === 1 ? "once" : times === 2 ? "twice" : `${count(times)} times`;
    return per === "ever" ? text : `${text} ${period[per]}`;
  },
  atMost: (points, per) => `at most ${points} ${period[per]}`,
  budget: (points) => `until ${points} are given out`,
  held: (n) => (n === 0 ? "without waiting" : `held for ${n === 1 ? "a day" : `${count(n)} days`}`),
  activity: (name, points) =>
    points === null ? `${quoted(name)} is counted` : `${quoted(name)} earns ${points}`,
  counted: (name) => `${quoted(name)} is counted`,
  told: (by) =>
    `recorded ${or.format(by.map((one) => ({ staff: "by staff", api: "by programs", card: "on the card" })[one]))}`,
  approved: () => "after approval",
  multiplied: () => "times the multiplier of the tier",
  rule: (conditions, core, limits) => `${capital([...conditions, core, ...limits].join(", "))}.`,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function subjectOf(
  types: string | null,
  { firstPurchase, minimumSpend }: Pick<ConditionWords, "firstPurchase" | "minimumSpend">,
): string {
  const what = firstPurchase ? "a first purchase" : minimumSpend ? "a purchase" : "a visit";
  if (!minimumSpend) return types ? `${what} with ${types}` : what;
  return types ? `${what} with ${minimumSpend} or more of ${types}` : `${what} of ${minimumSpend} or more`;
}

function hoursOf({ from, to }: NonNullable<ConditionWords["hours"]>): string {
  if (from === "00:00" && to !== "24:00") return `before ${hourOf(to)}`;
  if (to === "24:00") return `after ${hourOf(from)}`;
  return `between ${clockWords(from)} and ${clockWords(to)}`;
}

function hourOf(clock: string): string {
  if (clock === "12:00") return "noon";
  const morning = clock.endsWith(":00") ? Number(clock.slice(0, 2)) : 0;
  return morning > 0 && morning < 12 ? (morning === 11 ? "eleven" : count(morning)) : clockWords(clock);
}

function weekdaysOf(weekdays: readonly number[]): string {
  const text = weekdays.join("");
  if (text === "12345") return "on weekdays";
  if (text === "67") return "at the weekend";
  if (text === "1234567") return "on any day";
  return `on ${and.format(weekdays.map((day) => `${days[day - 1]}s`))}`;
}

function datesOf({ from, to }: NonNullable<ConditionWords["dates"]>): string {
  const [first, last] = [from, to].map((day) => day && dayText.format(new Date(day)));
  if (first && last) return first === last ? `on ${first}` : `from ${first} to ${last}`;
  return first ? `from ${first} on` : `until ${last}`;
}
