import { ownValue } from "@/lib/kernel/own-value";
import type { Program } from "@/lib/program/schemas";
import { wholeNumber } from "./rule-form";

/** What stands in the fields of the expiry page, as it was typed. */
export interface ExpiryTyped {
  kind: Program["expiry"]["kind"];
  months: string;
  endOf: "day" | "month" | "quarter" | "year";
  /** Months more by key of tier. */
  longer: Record<string, string>;
  days: string;
  quiet: boolean;
  from: string;
  to: string;
}

export type ExpiryFault = "months" | "days" | "clock";
export type ExpiryFaults = Partial<Record<string, ExpiryFault>>;

const usual = { months: "12", from: "21:00", to: "09:00" };

export function typedExpiry({ expiry, warnings, mail }: Program): ExpiryTyped {
  const lasts = expiry.kind === "never" ? null : expiry;
  return {
    kind: expiry.kind,
    months: String(lasts?.months ?? usual.months),
    endOf: (expiry.kind === "after" && expiry.endOf) || "day",
    longer: Object.fromEntries((lasts?.longer ?? []).map(({ tier, months }) => [tier, String(months)])),
    days: warnings.days.join(", "),
    quiet: mail.quietHours !== null,
    from: mail.quietHours?.from ?? usual.from,
    to: mail.quietHours?.to ?? usual.to,
  };
}

/** The program with what was typed, and what of it cannot be read, by field. */
export function readExpiry(typed: ExpiryTyped, content: Program): { program: Program; faults: ExpiryFaults } {
  const faults: ExpiryFaults = {};
  const months = (field: string, text: string): number => {
    const value = wholeNumber(text);
    if (value === undefined || value < 1 || value > 120) faults[field] = "months";
    return value ?? 0;
  };
  const clock = (field: "from" | "to"): string => {
    const text = typed[field].trim();
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) faults[field] = "clock";
    return text;
  };
  const days = typed.days
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(wholeNumber);
  if (days.length > 5 || days.some((day) => day === undefined || day < 1 || day > 365)) faults.days = "days";
  const expiry = readPolicy(typed, content, months);
  const program: Program = {
    ...content,
    expiry,
    warnings: { ...content.warnings, days: days.filter((day) => day !== undefined) },
    mail: { ...content.mail, quietHours: typed.quiet ? { from: clock("from"), to: clock("to") } : null },
  };
  return { program, faults };
}

function readPolicy(
  typed: ExpiryTyped,
  { tiers }: Program,
  months: (field: string, text: string) => number,
): Program["expiry"] {
  if (typed.kind === "never") return { kind: "never" };
  const longer = tiers
    .filter(({ key }) => ownValue(typed.longer, key)?.trim())
    .map(({ key }) => ({ tier: key, months: months(`longer.${key}`, ownValue(typed.longer, key) ?? "") }));
  const lasts = { months: months("months", typed.months), ...(longer.length > 0 ? { longer } : {}) };
  if (typed.kind === "inactivity") return { kind: "inactivity", ...lasts };
  return { kind: "after", ...lasts, ...(typed.endOf === "day" ? {} : { endOf: typed.endOf }) };
}
