import { countWord } from "@/lib/kernel/count-words";
import type { LimitPeriod, Occasion } from "../../schemas";
import type { RewardWords } from "./words";

const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });
const count = (n: number) => countWord(n, "en");
const period: Record<LimitPeriod, string> = {
  day: "a day",
  week: "a week",
  month: "a month",
  year: "a year",
  ever: "in all",
};
const occasion: Record<Occasion, string> = {
  birthday: "on a birthday",
  tier: "on entering a tier",
  apology: "as an apology",
  treat: "as a treat on the spot",
};
const often = (times: number): string =>
  times === 1 ? "once" : times === 2 ? "twice" : `${count(times)} times`;

export const en: RewardWords = {
  list: (names) => and.format(names),
  costs: (name, points) => `${name} for ${points}`,
  given: (name, occasions) => `${name}, given ${or.format(occasions.map((one) => occasion[one]))}`,
  tierPrice: (tier, points) => (points === null ? `free from ${tier} on` : `${points} from ${tier} on`),
  amountOff: (amount) => `takes ${amount} off`,
  percentOff: (percent, most) => `takes ${percent} off${most ? `, at most ${most}` : ""}`,
  most: (amount) => `at most ${amount} off`,
  onlyTypes: (types) => `only on ${types}`,
  minimum: (amount) => `from a spend of ${amount} on`,
  donation: (amount, cause) => `gives ${amount} to ${cause}`,
  limit: (times, per) => `${often(times)} ${period[per]}`,
  stock: (figure) => `${figure} in all`,
  onlyTiers: (tiers) => `for ${tiers} only`,
  onlyTags: (tags) => `only for members marked ${tags}`,
  chosen: () => "for members whom the shop chose",
  dates: (from, to) => (from && to ? `from ${from} to ${to}` : from ? `from ${from} on` : `until ${to}`),
  earlier: (tier, from) => `from ${from} for ${tier}`,
  valid: (days) => (days === 1 ? "used by the next day" : `used within ${count(days)} days`),
  evening: () => "used on the evening that is booked",
  prepared: () => "got ready by staff and handed over",
  sentence: (core, clauses) => `${[core, ...clauses].join(", ")}.`,
};
