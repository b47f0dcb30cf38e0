import type { Cap, Program, Rule } from "@/lib/program/schemas";

/** A rule as the decision wants it: sets instead of lists, minutes instead of texts. */
export interface CompiledRule {
  key: string;
  name: string;
  effect: Rule["effect"];
  types: ReadonlySet<string> | null;
  tiers: ReadonlySet<string> | null;
  weekdays: ReadonlySet<number> | null;
  /** Minutes since midnight, `to` not included; `to` before `from` runs past midnight. */
  hours: { from: number; to: number } | null;
  dates: { from?: string; to?: string } | null;
  channels: ReadonlySet<string> | null;
  minimumSpend: number;
  firstPurchase: boolean;
  caps: readonly Cap[];
  budget: number | null;
  holdDays: number;
  /** Of a rate: units of 1 / `CompiledProgram.scale` points for each minor unit. */
  yield: bigint;
}

export interface CompiledProgram {
  program: Program;
  /** Highest yield first, highest factor first, most points first; see `inOrder`. */
  rates: CompiledRule[];
  multipliers: CompiledRule[];
  bonuses: CompiledRule[];
  /** Common denominator of all rates. */
  scale: bigint;
  excluded: ReadonlySet<string>;
  tierRank: ReadonlyMap<string, number>;
}

const compiled = new WeakMap<Program, CompiledProgram>();

/** Remembered for as long as the program object lives: callers keep one object per published version. */
export function compileProgram(program: Program): CompiledProgram {
  let ready = compiled.get(program);
  if (!ready) {
    ready = compile(program);
    compiled.set(program, ready);
  }
  return ready;
}

function compile(program: Program): CompiledProgram {
  const { rules, holdDays } = program.earning;
  const scale = rules.reduce(
    (lcm, { effect }) => (effect.kind === "rate" ? leastCommon(lcm, BigInt(effect.per)) : lcm),
    1n,
  );
  const inOrder = (kind: Rule["effect"]["kind"]) =>
    rules
      .filter((rule) => rule.effect.kind === kind)
      .map((rule) => ({ rule: compileRule(rule, holdDays, scale), content: contentOf(rule) }))
      .sort(
        (a, b) =>
          stronger(a.rule, b.rule) || limits(a.rule) - limits(b.rule) || compare(a.content, b.content),
      )
      .map(({ rule }) => rule);
  return {
    program,
    rates: inOrder("rate"),
    multipliers: inOrder("multiplier"),
    bonuses: inOrder("bonus"),
    scale,
    excluded: new Set(program.productTypes.filter((type) => type.excluded).map((type) => type.key)),
    tierRank: new Map(program.tiers.map((tier, rank) => [tier.key, rank])),
  };
}

function compileRule(rule: Rule, holdDays: number, scale: bigint): CompiledRule {
  const when = rule.when ?? {};
  const { effect } = rule;
  return {
    key: rule.key,
    name: rule.name,
    effect,
    types: setOf(when.productTypes),
    tiers: setOf(when.tiers),
    weekdays: setOf(when.weekdays),
    hours: when.hours ? { from: minutesOf(when.hours.from), to: minutesOf(when.hours.to) } : null,
    dates: when.dates ?? null,
    channels: setOf(when.channels),
    minimumSpend: when.minimumSpend ?? 0,
    firstPurchase: when.firstPurchase ?? false,
    caps: rule.caps ?? [],
    budget: rule.budget ?? null,
    holdDays: rule.holdDays ?? holdDays,
    yield: effect.kind === "rate" ? (BigInt(effect.points) * scale) / BigInt(effect.per) : 0n,
  };
}

// Among equals the order must come from what rules do, never from what they are called or where they stand: renaming or
// re-saving a rule changes nothing. Unlimited ones go first, so that a limit is not used up for nothing.

function stronger(a: CompiledRule, b: CompiledRule): number {
  if (a.yield !== b.yield) return a.yield > b.yield ? -1 : 1;
  return size(b.effect) - size(a.effect);
}

const size = (effect: Rule["effect"]): number =>
  effect.kind === "multiplier" ? effect.factor : effect.kind === "bonus" ? effect.points : 0;

const limits = (rule: CompiledRule): number => rule.caps.length + (rule.budget === null ? 0 : 1);

const contentOf = ({ key, name, ...content }: Rule): string => JSON.stringify(sorted(content));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const setOf = <T>(values: readonly T[] | undefined): ReadonlySet<T> | null =>
  values ? new Set(values) : null;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function leastCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
