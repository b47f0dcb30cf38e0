import { type Metric, metrics } from "./types";

interface CheckedTier {
  key: string;
  needs?: Partial<Record<Metric, number>>;
}

interface TierFault {
  path: (string | number)[];
  /** Key under `problems.fields` in the messages. */
  code: string;
  value: unknown;
}

/** A higher tier asks for more than each below it, by whatever both count: nobody could be on the lower one otherwise. */
export function checkTiers(tiers: readonly CheckedTier[]): TierFault[] {
  const most: Partial<Record<Metric, number>> = {};
  return tiers.flatMap(({ needs }, index) =>
    metrics.flatMap((metric) => {
      const need = needs?.[metric];
      if (need === undefined) return [];
      const below = most[metric];
      most[metric] = Math.max(need, below ?? 0);
      return below !== undefined && need <= below
        ? [{ path: ["tiers", index, "needs", metric], code: "program.tier_order", value: need }]
        : [];
    }),
  );
}
