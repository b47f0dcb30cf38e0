import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import type { Program } from "@/lib/program/schemas";
import type { Needs, Qualification, Tier, TierWindow } from "@/lib/tiers/schemas";
import { keyFor, wholeNumber } from "./rule-form";

export const needNames = ["spend", "points", "visits", "activities"] as const;
export type NeedName = (typeof needNames)[number];

/** A tier as its fields hold it: text as typed, so that nothing typed is lost while it is not right yet. */
export interface TierTyped extends Record<NeedName, string> {
  /** Tells it from the others while it has no key. */
  no: number;
  /** Absent until it is saved for the first time. */
  key?: string;
  name: string;
  /** One on each line. */
  benefits: string;
  rewards: string[];
}

export interface LadderTyped {
  tiers: TierTyped[];
  window: TierWindow["kind"];
  months: string;
  graceDays: string;
  leaving: Qualification["leaving"];
}

interface Place {
  currency: string;
  locale: string;
}

/** What is wrong with a field, a key under tiers.wrong in the messages; by `${no}.name`, `${no}.spend`, `months`. */
export type LadderFault = "missing" | "whole" | "amount" | "months" | "days";
export type LadderFaults = Partial<Record<string, LadderFault>>;

export const newTier = (no: number): TierTyped => ({
  no,
  name: "",
  spend: "",
  points: "",
  visits: "",
  activities: "",
  benefits: "",
  rewards: [],
});

export function typedLadder({ tiers, qualification }: Program, place: Place): LadderTyped {
  const { window, graceDays, leaving } = qualification;
  return {
    tiers: tiers.map((tier, no) => typedTier(tier, no, place)),
    window: window.kind,
    months: window.kind === "rolling" ? String(window.months) : "12",
    graceDays: String(graceDays),
    leaving,
  };
}

function typedTier({ key, name, needs, benefits, rewards }: Tier, no: number, place: Place): TierTyped {
  const figure = (need: Exclude<NeedName, "spend">) =>
    needs?.[need] === undefined ? "" : String(needs[need]);
  return {
    no,
    key,
    name,
    spend: needs?.spend === undefined ? "" : amountText(needs.spend, place.currency, place.locale),
    points: figure("points"),
    visits: figure("visits"),
    activities: figure("activities"),
    benefits: (benefits ?? []).join("\n"),
    rewards: rewards ?? [],
  };
}

/** The program with the ladder that the form says, and which of its fields say nothing that can be read. */
export function readLadder(
  typed: LadderTyped,
  content: Program,
  place: Place,
): { program: Program; faults: LadderFaults } {
  const faults: LadderFaults = {};
  const taken = content.tiers.map(({ key }) => key);
  const tiers = typed.tiers.map((tier) => {
    const name = tier.name.trim();
    if (name === "") faults[`${tier.no}.name`] = "missing";
    const key = tier.key ?? keyFor(name, taken);
    taken.push(key);
    return readTier(tier, { key, name, place, faults });
  });
  const graceDays = within(typed.graceDays, 0, 365);
  if (graceDays === undefined) faults.graceDays = "days";
  const qualification: Qualification = {
    window: readWindow(typed, faults),
    graceDays: graceDays ?? 0,
    leaving: typed.leaving,
  };
  return { program: { ...content, tiers, qualification }, faults };
}

interface TierReading {
  key: string;
  name: string;
  place: Place;
  faults: LadderFaults;
}

function readTier(typed: TierTyped, { key, name, place, faults }: TierReading): Tier {
  const needs: Needs = {};
  for (const need of needNames) {
    const text = typed[need];
    if (text.trim() === "") continue;
    const value =
      need === "spend" ? (typedAmount(text, place.currency, place.locale) ?? 0) : (wholeNumber(text) ?? 0);
    if (value < 1) faults[`${typed.no}.${need}`] = need === "spend" ? "amount" : "whole";
    needs[need] = value;
  }
  const benefits = typed.benefits
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    key,
    name,
    ...(Object.keys(needs).length > 0 && { needs }),
    ...(benefits.length > 0 && { benefits }),
    ...(typed.rewards.length > 0 && { rewards: typed.rewards }),
  };
}

function readWindow({ window: kind, months: text }: LadderTyped, faults: LadderFaults): TierWindow {
  if (kind !== "rolling") return { kind };
  const months = within(text, 1, 36);
  if (months === undefined) faults.months = "months";
  return { kind, months: months ?? 1 };
}

function within(text: string, least: number, most: number): number | undefined {
  const value = wholeNumber(text);
  return value !== undefined && value >= least && value <= most ? value : undefined;
}
