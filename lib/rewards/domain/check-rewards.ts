import type { ProgramFault } from "@/lib/program/domain/check-program";

/** The part of a reward that is checked here. The program's schema calls this, so its types cannot come from there. */
export interface CheckedReward {
  key: string;
  gives: { kind: string; productTypes?: string[]; productType?: string };
  price: { kind: string; tiers?: { tier: string }[]; on?: string[] };
  limits?: { per: string }[];
  tiers?: string[];
  tags?: string[];
  dates?: { from?: string; to?: string };
  earlier?: { tier: string; from: string }[];
}

/** It says that it is given, and nobody gets it: an experience is had as a place at one of its evenings. */
export const isNeverGiven = ({ gives, price }: Pick<CheckedReward, "gives" | "price">): boolean =>
  gives.kind === "experience" && price.kind === "granted";

type Path = (string | number)[];

/** What no single field of a reward can know: that what it names exists, and that an earlier day is earlier. */
export function checkReward(
  reward: CheckedReward,
  path: Path,
  types: Set<string>,
  tiers: Set<string>,
): ProgramFault[] {
  const { gives, price, dates = {}, earlier = [] } = reward;
  const given = [...path, "gives"];
  const per = (reward.limits ?? []).map((limit) => limit.per);
  return [
    ...unknown(gives.productTypes, types, "program.unknown_product_type", [...given, "productTypes"]),
    ...(gives.productType && !types.has(gives.productType)
      ? [
          {
            path: [...given, "productType"],
            code: "program.unknown_product_type",
            value: gives.productType,
          },
        ]
      : []),
    ...unknown(reward.tiers, tiers, "program.unknown_tier", [...path, "tiers"]),
    ...tierEntries([...path, "price", "tiers"], price.tiers ?? [], tiers),
    ...tierEntries([...path, "earlier"], earlier, tiers),
    ...repeated([...path, "limits"], per, "per"),
    ...repeated([...path, "tiers"], reward.tiers),
    ...repeated([...path, "tags"], reward.tags),
    ...repeated([...path, "price", "on"], price.on),
    ...repeated([...given, "productTypes"], gives.productTypes),
    ...checkDays(path, dates, earlier),
  ];
}

function checkDays(
  path: Path,
  { from, to }: NonNullable<CheckedReward["dates"]>,
  earlier: NonNullable<CheckedReward["earlier"]>,
): ProgramFault[] {
  const faults: ProgramFault[] = [];
  if (from && to && from > to)
    faults.push({ path: [...path, "dates", "to"], code: "program.dates", value: to });
  for (const [index, day] of earlier.entries()) {
    if (!from || day.from >= from)
      faults.push({ path: [...path, "earlier", index, "from"], code: "program.earlier", value: day.from });
  }
  return faults;
}

function tierEntries(path: Path, entries: { tier: string }[], known: Set<string>): ProgramFault[] {
  const keys = entries.map((one) => one.tier);
  return [...unknown(keys, known, "program.unknown_tier", path, "tier"), ...repeated(path, keys, "tier")];
}

const unknown = (
  keys: readonly string[] = [],
  known: Set<string>,
  code: string,
  path: Path,
  field?: string,
): ProgramFault[] =>
  keys.flatMap((key, index) => (known.has(key) ? [] : [{ path: at(path, index, field), code, value: key }]));

const repeated = (path: Path, keys: readonly string[] = [], field?: string): ProgramFault[] =>
  keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: at(path, index, field), code: "repeated", value: key }] : [],
  );

const at = (path: Path, index: number, field: string | undefined): Path =>
  field ? [...path, index, field] : [...path, index];
