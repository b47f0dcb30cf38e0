import { type CheckedReward, checkReward } from "@/lib/rewards/domain/check-rewards";
import { checkTiers } from "@/lib/tiers/domain/check-tiers";

/** The part of a rule that is checked here. The schema calls this file, so its types cannot come from there. */
interface CheckedRule {
  key: string;
  when?: {
    productTypes?: string[];
    tiers?: string[];
    weekdays?: number[];
    hours?: { from: string; to: string };
    dates?: { from?: string; to?: string };
    channels?: string[];
  };
  caps?: { per: string }[];
}

interface CheckedProgram {
  productTypes: { key: string }[];
  activities: { key: string; from: string[]; limits: { per: string }[]; caps: { per: string }[] }[];
  tiers: (Parameters<typeof checkTiers>[0][number] & { rewards?: string[] })[];
  earning: { caps: { per: string }[]; rules: CheckedRule[] };
  expiry: { kind: string; longer?: { tier: string }[] };
  warnings: { days: number[] };
  mail: { quietHours: { from: string; to: string } | null };
  rewards: CheckedReward[];
}

export interface ProgramFault {
  path: (string | number)[];
  /** Key under `problems.fields` in the messages. */
  code: string;
  value: unknown;
}

/** What no single field can know: that keys are unique, that rules name what exists, that windows are windows. */
export function checkProgram(program: CheckedProgram): ProgramFault[] {
  const types = new Set(program.productTypes.map((type) => type.key));
  const tiers = new Set(program.tiers.map((tier) => tier.key));
  return [
    ...repeatedKeys(["productTypes"], program.productTypes, "key"),
    ...repeatedKeys(["tiers"], program.tiers, "key"),
    ...repeatedKeys(["activities"], program.activities, "key"),
    ...program.activities.flatMap(({ from, limits, caps }, index) => [
      ...repeated(["activities", index, "from"], from),
      ...repeatedKeys(["activities", index, "limits"], limits, "per"),
      ...repeatedKeys(["activities", index, "caps"], caps, "per"),
    ]),
    ...checkTiers(program.tiers),
    ...program.tiers.flatMap((tier, index) => checkEntryRewards(tier, ["tiers", index], program.rewards)),
    ...repeatedKeys(["earning", "rules"], program.earning.rules, "key"),
    ...repeatedKeys(["earning", "caps"], program.earning.caps, "per"),
    ...checkLonger(program.expiry.longer ?? [], tiers),
    ...repeated(["warnings", "days"], program.warnings.days),
    ...checkQuiet(program.mail.quietHours),
    ...program.earning.rules.flatMap((rule, index) =>
      checkRule(rule, ["earning", "rules", index], types, tiers),
    ),
    ...repeatedKeys(["rewards"], program.rewards, "key"),
    ...program.rewards.flatMap((reward, index) => checkReward(reward, ["rewards", index], types, tiers)),
  ];
}

type Path = (string | number)[];

/** What is given on entering a tier exists, and is given for that. */
function checkEntryRewards(
  { rewards = [] }: { rewards?: string[] },
  path: Path,
  known: readonly CheckedReward[],
): ProgramFault[] {
  return [
    ...repeated([...path, "rewards"], rewards),
    ...rewards.flatMap((key, index) => {
      const reward = known.find((one) => one.key === key);
      if (reward?.price.on?.includes("tier")) return [];
      const code = reward ? "program.reward_not_with_tier" : "program.unknown_reward";
      return [{ path: [...path, "rewards", index], code, value: key }];
    }),
  ];
}

function checkRule(rule: CheckedRule, path: Path, types: Set<string>, tiers: Set<string>): ProgramFault[] {
  const when = rule.when ?? {};
  return [
    ...unknownKeys(
      [...path, "when", "productTypes"],
      when.productTypes,
      types,
      "program.unknown_product_type",
    ),
    ...unknownKeys([...path, "when", "tiers"], when.tiers, tiers, "program.unknown_tier"),
    ...repeated([...path, "when", "weekdays"], when.weekdays),
    ...repeated([...path, "when", "productTypes"], when.productTypes),
    ...repeated([...path, "when", "tiers"], when.tiers),
    ...repeated([...path, "when", "channels"], when.channels),
    ...repeatedKeys([...path, "caps"], rule.caps ?? [], "per"),
    ...checkWindows(when, path),
  ];
}

function checkLonger(longer: { tier: string }[], tiers: Set<string>): ProgramFault[] {
  const path = ["expiry", "longer"];
  return [
    ...repeatedKeys(path, longer, "tier"),
    ...longer.flatMap(({ tier }, index) =>
      tiers.has(tier) ? [] : [{ path: [...path, index, "tier"], code: "program.unknown_tier", value: tier }],
    ),
  ];
}

const checkQuiet = (quiet: { from: string; to: string } | null): ProgramFault[] =>
  quiet && quiet.from === quiet.to
    ? [{ path: ["mail", "quietHours", "to"], code: "program.hours", value: quiet.to }]
    : [];

function checkWindows(when: NonNullable<CheckedRule["when"]>, path: Path): ProgramFault[] {
  const faults: ProgramFault[] = [];
  if (when.hours && when.hours.from === when.hours.to) {
    faults.push({ path: [...path, "when", "hours", "to"], code: "program.hours", value: when.hours.to });
  }
  const { from, to } = when.dates ?? {};
  if (when.dates && !from && !to)
    faults.push({ path: [...path, "when", "dates"], code: "required", value: when.dates });
  if (from && to && from > to)
    faults.push({ path: [...path, "when", "dates", "to"], code: "program.dates", value: to });
  return faults;
}

const unknownKeys = (
  path: Path,
  keys: string[] | undefined,
  known: Set<string>,
  code: string,
): ProgramFault[] =>
  (keys ?? []).flatMap((key, index) =>
    known.has(key) ? [] : [{ path: [...path, index], code, value: key }],
  );

const repeated = (path: Path, values: (string | number)[] | undefined): ProgramFault[] =>
  (values ?? []).flatMap((value, index, all) =>
    all.indexOf(value) < index ? [{ path: [...path, index], code: "repeated", value }] : [],
  );

function repeatedKeys<K extends string>(path: Path, list: Record<K, string>[], field: K): ProgramFault[] {
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const again = seen.has(item[field]);
    seen.add(item[field]);
    return again ? [{ path: [...path, index, field], code: "repeated", value: item[field] }] : [];
  });
}
