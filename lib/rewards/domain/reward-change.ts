import type { Reward } from "../schemas";
import { priceFor, type Standing } from "./offer";

/** What is different, for one member, between the reward that they looked at and the one that there is now. */
export type RewardChange = { kind: "price"; before: number; after: number } | { kind: "content" };

/** A reward with the tiers of its program: their order says what a member pays. */
interface Shown extends Standing {
  reward: Reward;
}

/** null: whatever else was edited, this member pays the same for the same. */
export function rewardChange(before: Shown, after: Shown): RewardChange | null {
  const [was, is] = [priceFor(before.reward, before), priceFor(after.reward, after)];
  if (was !== null && is !== null && was !== is) return { kind: "price", before: was, after: is };
  return content(before.reward) === content(after.reward) ? null : { kind: "content" };
}

const content = ({ name, gives, price, validDays, terms }: Reward): string =>
  JSON.stringify([name, gives, price.kind, validDays, terms]);
