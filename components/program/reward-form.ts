import { ownValue } from "@/lib/kernel/own-value";
import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import type { Gives, LimitPeriod, Occasion, Reward } from "@/lib/rewards/schemas";
import { wholeNumber } from "./rule-form";

export type GivesKind = Gives["kind"];

/** A reward as its form holds it: text as typed, so that nothing typed is lost while it is not right yet. */
export interface RewardTyped {
  name: string;
  description: string;
  kind: GivesKind;
  amount: string;
  percent: string;
  upTo: string;
  minimumSpend: string;
  productTypes: string[];
  productType: string;
  cause: string;
  granted: boolean;
  points: string;
  /** By key of the tier; empty where it has no price of its own. */
  tierPoints: Record<string, string>;
  on: Occasion[];
  stock: string;
  limits: { per: LimitPeriod; count: string }[];
  validDays: string;
  tiers: string[];
  tags: string;
  from: string;
  to: string;
  /** By key of the tier; empty where it has no day of its own. */
  tierFrom: Record<string, string>;
  prepared: boolean;
  terms: string;
  /** Its hash, or a new one as a data URL; null: none. */
  picture: string | null;
}

interface Place {
  currency: string;
  locale: string;
}

export const newReward: RewardTyped = {
  name: "",
  description: "",
  kind: "product",
  amount: "",
  percent: "",
  upTo: "",
  minimumSpend: "",
  productTypes: [],
  productType: "",
  cause: "",
  granted: false,
  points: "",
  tierPoints: {},
  on: ["birthday"],
  stock: "",
  limits: [],
  validDays: "30",
  tiers: [],
  tags: "",
  from: "",
  to: "",
  tierFrom: {},
  prepared: false,
  terms: "",
  picture: null,
};

/** What choosing a kind changes: an experience is given to nobody, as it is had as a place at one of its evenings. */
export const ofKind = (kind: GivesKind): Partial<RewardTyped> =>
  kind === "experience" ? { kind, granted: false } : { kind };

/** Whether its voucher works for so many days: an experience is had on its evening, of a donation nobody holds one. */
export const hasOwnDays = (kind: GivesKind): boolean => kind !== "experience" && kind !== "donation";

/** The form of a reward that exists. */
export function typedReward(reward: Reward, { currency, locale }: Place): RewardTyped {
  const { gives, price } = reward;
  const money = (minor: number | undefined) =>
    minor === undefined ? "" : amountText(minor, currency, locale);
  const figure = (count: number | undefined) => (count === undefined ? "" : String(count));
  return {
    ...newReward,
    name: reward.name,
    description: reward.description ?? "",
    kind: gives.kind,
    amount: "amount" in gives ? money(gives.amount) : "",
    percent: gives.kind === "percentOff" ? percentText(gives.percent, locale) : "",
    upTo: gives.kind === "percentOff" ? money(gives.upTo) : "",
    minimumSpend: "minimumSpend" in gives ? money(gives.minimumSpend) : "",
    productTypes: ("productTypes" in gives && gives.productTypes) || [],
    productType: (gives.kind === "product" && gives.productType) || "",
    cause: gives.kind === "donation" ? gives.cause : "",
    granted: price.kind === "granted",
    points: price.kind === "points" ? String(price.points) : "",
    tierPoints: byTier(price.kind === "points" ? price.tiers : [], (one) => String(one.points)),
    on: price.kind === "granted" ? price.on : newReward.on,
    stock: figure(reward.stock),
    limits: (reward.limits ?? []).map(({ per, count }) => ({ per, count: String(count) })),
    validDays: figure(reward.validDays),
    tiers: reward.tiers ?? [],
    tags: reward.tags?.join(", ") ?? "",
    from: reward.dates?.from ?? "",
    to: reward.dates?.to ?? "",
    tierFrom: byTier(reward.earlier, (one) => one.from),
    prepared: reward.prepared ?? false,
    terms: reward.terms ?? "",
    picture: reward.picture ?? null,
  };
}

const byTier = <T extends { tier: string }>(
  entries: readonly T[] | undefined,
  text: (one: T) => string,
): Record<string, string> => Object.fromEntries((entries ?? []).map((one) => [one.tier, text(one)]));

/** What is wrong with a field: a key under rewards.wrong in the messages. */
export type RewardFault = "missing" | "whole" | "amount" | "percent";
export type RewardFaults = Partial<Record<string, RewardFault>>;

type RewardRead = { ok: true; reward: Reward } | { ok: false; faults: RewardFaults };

/** The reward that the form says, or which of its fields say nothing that can be read. `tiers`: their keys, lowest first. */
export function readReward(
  typed: RewardTyped,
  key: string,
  place: Place,
  tiers: readonly string[],
): RewardRead {
  const faults: RewardFaults = {};
  const reading = readingOf(faults, place);
  const { number, optional } = reading;
  if (typed.name.trim() === "") faults.name = "missing";
  const gives = readGives(typed, reading);
  const price = readPrice(typed, reading, tiers);
  const limits = typed.limits.map(({ per, count }, index) => ({
    per,
    count: number(`limits.${index}`, count),
  }));
  const stock = optional(typed.stock, () => number("stock", typed.stock));
  const days = hasOwnDays(typed.kind) ? typed.validDays : "";
  const validDays = optional(days, () => number("validDays", days));
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const dates = withoutEmpty({ from: typed.from || undefined, to: typed.to || undefined });
  const earlier = tiers.flatMap((tier) => {
    const from = ownValue(typed.tierFrom, tier);
    return from ? [{ tier, from }] : [];
  });
  const reward: Reward = {
    key,
    name: typed.name.trim(),
    description: typed.description.trim() || undefined,
    gives,
    price,
    stock,
    limits: some(limits),
    validDays,
    tiers: some(typed.tiers),
    tags: some(words(typed.tags)),
    dates: Object.keys(dates).length > 0 ? dates : undefined,
    earlier: some(earlier),
    prepared: typed.prepared || undefined,
    terms: typed.terms.trim() || undefined,
    picture: typed.picture ?? undefined,
  };
  return { ok: true, reward: withoutEmpty(reward) };
}

interface Reading {
  faults: RewardFaults;
  number(field: string, text: string): number;
  money(field: string, text: string): number;
  optional<T>(text: string, read: () => T): T | undefined;
}

const readingOf = (faults: RewardFaults, { currency, locale }: Place): Reading => ({
  faults,
  number(field, text) {
    const value = wholeNumber(text);
    if (value === undefined) faults[field] = text.trim() === "" ? "missing" : "whole";
    return value ?? 0;
  },
  money(field, text) {
    const value = typedAmount(text, currency, locale);
    if (value === null || value <= 0) faults[field] = text.trim() === "" ? "missing" : "amount";
    return value ?? 0;
  },
  optional: (text, read) => (text.trim() === "" ? undefined : read()),
});

function readGives(typed: RewardTyped, { faults, money, optional }: Reading): Gives {
  const { kind, productType } = typed;
  const basket = () =>
    withoutEmpty({
      minimumSpend: optional(typed.minimumSpend, () => money("minimumSpend", typed.minimumSpend)),
      productTypes: some(typed.productTypes),
    });
  switch (kind) {
    case "amountOff":
      return { kind, amount: money("amount", typed.amount), ...basket() };
    case "percentOff": {
      const percent = basisPoints(typed.percent);
      if (percent === undefined) faults.percent = typed.percent.trim() === "" ? "missing" : "percent";
      const upTo = optional(typed.upTo, () => money("upTo", typed.upTo));
      return { kind, percent: percent ?? 0, ...withoutEmpty({ upTo }), ...basket() };
    }
    case "product":
      return { kind, ...(productType && { productType }) };
    case "donation":
      if (typed.cause.trim() === "") faults.cause = "missing";
      return { kind, cause: typed.cause.trim(), amount: money("amount", typed.amount) };
    default:
      return { kind };
  }
}

function readPrice(
  typed: RewardTyped,
  { faults, number }: Reading,
  tiers: readonly string[],
): Reward["price"] {
  if (typed.granted) {
    if (typed.on.length === 0) faults.on = "missing";
    return { kind: "granted", on: typed.on };
  }
  const own = tiers.flatMap((tier) => {
    const text = ownValue(typed.tierPoints, tier) ?? "";
    return text.trim() === "" ? [] : [{ tier, points: number(`tierPoints.${tier}`, text) }];
  });
  const points = number("points", typed.points);
  return { kind: "points", points, ...withoutEmpty({ tiers: some(own) }) };
}

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

const words = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

function withoutEmpty<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** "12.5" and "12,5" are 1,250; up to 100. */
function basisPoints(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace(/^%\s*|\s*%$/g, ""));
  const value = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0;
  return value >= 1 && value <= 10_000 ? value : undefined;
}

const percentText = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(percent / 100);
