import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import type { CapPeriod, Rule } from "@/lib/program/schemas";

export type RuleKind = Rule["effect"]["kind"];

/** A rule as its form holds it: text as typed, so that nothing typed is lost while it is not right yet. */
export interface RuleTyped {
  kind: RuleKind;
  name: string;
  points: string;
  per: string;
  factor: string;
  productTypes: string[];
  tiers: string[];
  weekdays: number[];
  from: string;
  to: string;
  dateFrom: string;
  dateTo: string;
  /** Channels that are ticked. */
  places: string[];
  /** More of them, with commas. */
  channels: string;
  minimumSpend: string;
  firstPurchase: boolean;
  caps: { per: CapPeriod; points: string }[];
  budget: string;
  holdDays: string;
}

interface Place {
  currency: string;
  locale: string;
}

/** With a factor from the start: a rule that is made a multiplier keeps all that was typed, and doubles. */
export const newRule: RuleTyped = {
  kind: "rate",
  name: "",
  points: "",
  per: "",
  factor: "2",
  productTypes: [],
  tiers: [],
  weekdays: [],
  from: "",
  to: "",
  dateFrom: "",
  dateTo: "",
  places: [],
  channels: "",
  minimumSpend: "",
  firstPurchase: false,
  caps: [],
  budget: "",
  holdDays: "",
};

/** The form of a rule that exists. */
export function typedRule(
  { name, effect, when = {}, caps, budget, holdDays }: Rule,
  { currency, locale }: Place,
): RuleTyped {
  const typed: RuleTyped = {
    ...newRule,
    kind: effect.kind,
    name,
    productTypes: when.productTypes ?? [],
    tiers: when.tiers ?? [],
    weekdays: when.weekdays ?? [],
    from: when.hours && when.hours.from !== "00:00" ? when.hours.from : "",
    to: when.hours && when.hours.to !== "24:00" ? when.hours.to : "",
    dateFrom: when.dates?.from ?? "",
    dateTo: when.dates?.to ?? "",
    places: when.channels ?? [],
    minimumSpend: when.minimumSpend ? amountText(when.minimumSpend, currency, locale) : "",
    firstPurchase: when.firstPurchase ?? false,
    caps: (caps ?? []).map((cap) => ({ per: cap.per, points: String(cap.points) })),
    budget: budget === undefined ? "" : String(budget),
    holdDays: holdDays === undefined ? "" : String(holdDays),
  };
  if (effect.kind === "multiplier") return { ...typed, factor: factorText(effect.factor, locale) };
  if (effect.kind === "bonus") return { ...typed, points: String(effect.points) };
  return { ...typed, points: String(effect.points), per: amountText(effect.per, currency, locale) };
}

/** What is wrong with a field: a key under rules.wrong in the messages. */
export type RuleFault = "missing" | "whole" | "amount" | "factor";
export type RuleFaults = Partial<Record<keyof RuleTyped | `caps.${number}`, RuleFault>>;

export type RuleRead = { ok: true; rule: Rule } | { ok: false; faults: RuleFaults };

/** The rule that the form says, or which of its fields say nothing that can be read. */
export function readRule(typed: RuleTyped, key: string, place: Place): RuleRead {
  const faults: RuleFaults = {};
  const number = (field: keyof RuleFaults, text: string): number | undefined => {
    const value = wholeNumber(text);
    if (value === undefined) faults[field] = text.trim() === "" ? "missing" : "whole";
    return value;
  };
  const money = (field: keyof RuleTyped, text: string): number | undefined => {
    const value = typedAmount(text, place.currency, place.locale);
    if (value === null || value <= 0) faults[field] = text.trim() === "" ? "missing" : "amount";
    return value ?? undefined;
  };
  if (typed.name.trim() === "") faults.name = "missing";
  const effect = readEffect(typed, { faults, number, money, locale: place.locale });
  const optional = <T>(text: string, read: () => T | undefined): T | undefined =>
    text.trim() === "" ? undefined : read();
  const minimumSpend = optional(typed.minimumSpend, () => money("minimumSpend", typed.minimumSpend));
  const caps = typed.caps.map(({ per, points }, index) => ({
    per,
    points: number(`caps.${index}`, points) ?? 0,
  }));
  const budget = optional(typed.budget, () => number("budget", typed.budget));
  const holdDays = optional(typed.holdDays, () => number("holdDays", typed.holdDays));
  if (!effect || Object.keys(faults).length > 0) return { ok: false, faults };
  const when = withoutEmpty({ ...readConditions(typed), minimumSpend });
  return {
    ok: true,
    rule: {
      key,
      name: typed.name.trim(),
      ...(Object.keys(when).length > 0 ? { when } : {}),
      effect,
      ...withoutEmpty({ caps: caps.length > 0 ? caps : undefined, budget, holdDays }),
    },
  };
}

interface Reading {
  faults: RuleFaults;
  number: (field: keyof RuleFaults, text: string) => number | undefined;
  money: (field: keyof RuleTyped, text: string) => number | undefined;
  locale: string;
}

function readEffect(typed: RuleTyped, { faults, number, money }: Reading): Rule["effect"] | undefined {
  if (typed.kind === "multiplier") {
    const factor = basisPoints(typed.factor);
    if (factor === undefined) faults.factor = typed.factor.trim() === "" ? "missing" : "factor";
    return factor === undefined ? undefined : { kind: "multiplier", factor };
  }
  const points = number("points", typed.points);
  if (typed.kind === "bonus") return points === undefined ? undefined : { kind: "bonus", points };
  const per = money("per", typed.per);
  return points === undefined || per === undefined ? undefined : { kind: "rate", points, per };
}

function readConditions(typed: RuleTyped): NonNullable<Rule["when"]> {
  const { from, to, dateFrom, dateTo } = typed;
  const channels = typed.channels
    .split(",")
    .map((channel) => channel.trim())
    .filter((channel) => channel !== "");
  return withoutEmpty({
    productTypes: some(typed.productTypes),
    tiers: some(typed.tiers),
    weekdays: some(typed.weekdays.toSorted((a, b) => a - b)),
    hours: from || to ? { from: from || "00:00", to: to || "24:00" } : undefined,
    dates:
      dateFrom || dateTo ? withoutEmpty({ from: dateFrom || undefined, to: dateTo || undefined }) : undefined,
    channels: some([...new Set([...typed.places, ...channels])]),
    firstPurchase: typed.firstPurchase ? (true as const) : undefined,
  });
}

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** Absent and undefined are not the same to a document that is compared with another. */
function withoutEmpty<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** "1.000", "1,000" and "1 000" are a thousand. */
export function wholeNumber(text: string): number | undefined {
  const plain = text.trim();
  if (!/^(\d+|\d{1,3}([., \u00a0]\d{3})+)$/.test(plain)) return undefined;
  const value = Number(plain.replace(/\D/g, ""));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** "1.15" and "1,15" are 11,500. */
function basisPoints(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 10_000 + Number((match[2] ?? "").padEnd(4, "0")) : undefined;
}

const factorText = (factor: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }).format(factor / 10_000);

/** A key for something new, made from its name, that nothing else has. */
export function keyFor(name: string, taken: readonly string[]): string {
  // Lower case of İ is two characters, and the second is no letter.
  const words =
    name
      .replace(/İ/g, "i")
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const base = words.join("-").slice(0, 56).replace(/-+$/, "") || "new";
  let key = base;
  for (let number = 2; taken.includes(key); number += 1) key = `${base}-${number}`;
  return key;
}
