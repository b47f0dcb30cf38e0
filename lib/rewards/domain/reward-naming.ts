import type { PointName } from "@/lib/kernel/points";
import { en } from "./words/en";
import { tr } from "./words/tr";
import type { RewardWords } from "./words/words";

export const rewardWords: Record<"en" | "tr", RewardWords> = { en, tr };

/** What a sentence about a reward needs to name what the reward has only keys of. */
export interface NamingContext {
  locale: "en" | "tr";
  currency: string;
  /** What the shop calls its points. */
  pointName?: PointName | null;
  productTypes: readonly { key: string; name: string }[];
  tiers: readonly { key: string; name: string }[];
}

export const nameIn =
  (list: readonly { key: string; name: string }[]) =>
  (key: string): string =>
    list.find((one) => one.key === key)?.name ?? key;
