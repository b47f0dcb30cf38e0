import { joining, merges, partings } from "./card-sources";
import { activities, points, tiers } from "./points-sources";
import { purchases, refunds } from "./purchase-sources";
import { places, rewards, vouchers } from "./reward-sources";
import type { StorySource } from "./story-source";
import { consents, mails, notes } from "./word-sources";

/** Everything that is told of a member. Who may not read a kind elsewhere does not read it here. */
export const storySources: readonly StorySource[] = [
  joining,
  consents,
  purchases,
  refunds,
  activities,
  points,
  rewards,
  places,
  vouchers,
  tiers,
  notes,
  mails,
  merges,
  partings,
];
