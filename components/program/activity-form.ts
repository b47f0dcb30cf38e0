import type { ActivitySource } from "@/lib/activities/schemas";
import type { ActivityType, CapPeriod } from "@/lib/program/schemas";
import { wholeNumber } from "./rule-form";

/** An activity as its form holds it: text as typed, so that nothing typed is lost while it is not right yet. */
export interface ActivityTyped {
  name: string;
  points: string;
  from: ActivitySource[];
  /** `points`: how many times. */
  limits: { per: CapPeriod; points: string }[];
  caps: { per: CapPeriod; points: string }[];
  budget: string;
  holdDays: string;
  approval: boolean;
  multiplied: boolean;
  ask: string;
}

export const newActivity = (): ActivityTyped => ({
  name: "",
  points: "",
  from: ["staff"],
  limits: [],
  caps: [],
  budget: "",
  holdDays: "",
  approval: false,
  multiplied: false,
  ask: "",
});

/** The form of an activity that exists. */
export const typedActivity = (type: ActivityType): ActivityTyped => ({
  name: type.name,
  points: String(type.points),
  from: type.from,
  limits: type.limits.map(({ per, times }) => ({ per, points: String(times) })),
  caps: type.caps.map(({ per, points }) => ({ per, points: String(points) })),
  budget: type.budget === undefined ? "" : String(type.budget),
  holdDays: type.holdDays === 0 ? "" : String(type.holdDays),
  approval: type.approval,
  multiplied: type.multiplied,
  ask: type.ask ?? "",
});

/** What is wrong with a field: a key under activities.wrong in the messages. */
export type ActivityFault = "missing" | "whole" | "nobody";
export type ActivityFaults = Partial<Record<string, ActivityFault>>;

/** The activity that the form says, or which of its fields say nothing that can be read. */
export function readActivity(
  typed: ActivityTyped,
  key: string,
): { ok: true; type: ActivityType } | { ok: false; faults: ActivityFaults } {
  const faults: ActivityFaults = {};
  const number = (field: string, text: string): number => {
    const value = wholeNumber(text);
    if (value === undefined) faults[field] = text.trim() === "" ? "missing" : "whole";
    return value ?? 0;
  };
  const many = (field: "limits" | "caps") =>
    typed[field].map(({ per, points }, index) => ({ per, count: number(`${field}.${index}`, points) }));
  if (typed.name.trim() === "") faults.name = "missing";
  if (typed.from.length === 0) faults.from = "nobody";
  const type: ActivityType = {
    key,
    name: typed.name.trim(),
    points: number("points", typed.points),
    from: typed.from,
    limits: many("limits").map(({ per, count }) => ({ per, times: count })),
    caps: many("caps").map(({ per, count }) => ({ per, points: count })),
    holdDays: typed.holdDays.trim() === "" ? 0 : number("holdDays", typed.holdDays),
    approval: typed.approval,
    multiplied: typed.multiplied,
  };
  if (typed.budget.trim() !== "") type.budget = number("budget", typed.budget);
  if (typed.ask.trim() !== "") type.ask = typed.ask.trim();
  return Object.keys(faults).length === 0 ? { ok: true, type } : { ok: false, faults };
}
