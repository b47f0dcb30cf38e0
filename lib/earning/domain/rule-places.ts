import type { Program } from "@/lib/program/schemas";
import { type CompiledRule, compileProgram } from "./compile-program";

/** How a rule stands to the others of its program, named by their keys. */
export type RulePlace =
  /** A rate for whatever is spent. */
  | { kind: "all" }
  /** A rate that counts where these would too; `less` when it counts although one of them gives more. */
  | { kind: "instead"; of: string[]; less: boolean }
  /** A multiplier of what these give; of nothing when no rate meets it. */
  | { kind: "multiplies"; rates: string[] };

/** Which of several rates counts and what each multiplier multiplies: the order of `rates.ts`, to be read aloud. */
export function rulePlaces(program: Program): ReadonlyMap<string, RulePlace> {
  const { rates, multipliers } = compileProgram(program);
  const keysOf = (rules: CompiledRule[]) => rules.map(({ key }) => key);
  const places = new Map<string, RulePlace>();
  rates.forEach((rate, index) => {
    // Highest first, so that among equals each beats those after it.
    const beaten = rates.filter(
      (other, at) =>
        meet(rate, other) && (namesMore(rate, other) || (sameStanding(rate, other) && index < at)),
    );
    if (beaten.length > 0)
      places.set(rate.key, {
        kind: "instead",
        of: keysOf(beaten),
        less: beaten.some((other) => other.yield > rate.yield),
      });
    else if (!rate.types) places.set(rate.key, { kind: "all" });
  });
  for (const multiplier of multipliers) {
    const met = rates.filter((rate) => meet(rate, multiplier) && !isTakenOver(rate, multiplier, rates));
    places.set(multiplier.key, { kind: "multiplies", rates: keysOf(met) });
  }
  return places;
}

const namesMore = (a: CompiledRule, b: CompiledRule): boolean => a.types !== null && b.types === null;

const sameStanding = (a: CompiledRule, b: CompiledRule): boolean => (a.types === null) === (b.types === null);

/** Whether one purchase could meet both. */
const meet = (a: CompiledRule, b: CompiledRule): boolean =>
  a !== b &&
  overlap(a.types, b.types) &&
  overlap(a.tiers, b.tiers) &&
  overlap(a.channels, b.channels) &&
  overlap(a.weekdays, b.weekdays);

const overlap = <T>(a: ReadonlySet<T> | null, b: ReadonlySet<T> | null): boolean =>
  a === null || b === null || [...a].some((one) => b.has(one));

/** A general rate gives nothing on what a rate that always applies names. */
const isTakenOver = (rate: CompiledRule, { types }: CompiledRule, rates: readonly CompiledRule[]): boolean =>
  rate.types === null &&
  types !== null &&
  [...types].every((type) => rates.some((other) => other.types?.has(type) && isAlways(other)));

const isAlways = (rule: CompiledRule): boolean =>
  ![rule.tiers, rule.weekdays, rule.hours, rule.dates, rule.channels, rule.budget].some(
    (condition) => condition !== null,
  ) &&
  rule.minimumSpend === 0 &&
  !rule.firstPurchase &&
  rule.caps.length === 0;
