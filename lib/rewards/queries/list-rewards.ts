import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import type { Missing } from "../domain/offer";
import { memberOffers, type RewardOffer } from "../member-offers";
import { rewardTotals } from "../reward-totals";
import type { Reward } from "../schemas";

interface ListedReward {
  reward: Reward;
  /** How many are left of its stock, and what its cause was given; null where there is neither. */
  left: number | null;
  donated: number | null;
  /** For the member that was asked about; null when none was, or when the reward is not shown to them. */
  offer: { points: number; available: boolean; missing: Missing[]; toGo: RewardOffer["toGo"] } | null;
}

/** The rewards in force, with what is left of each and, for a member, what it costs them and what they lack. */
export const listRewards = defineQuery({
  name: "rewards.list",
  permission: "rewards.read",
  input: z.strictObject({
    member: id().optional().describe("Id of a member: each reward then says what it takes of them."),
  }),
  async run({ actor: { merchantId }, input, now, database }) {
    const [version, totals, offers] = await Promise.all([
      versionAt(database, merchantId, now),
      rewardTotals(database, merchantId),
      input.member ? memberOffers(database, { merchantId, memberId: input.member, now }) : null,
    ]);
    const { rewards } = await programContent(database, merchantId, version);
    const byKey = new Map(offers?.offers.map((offer) => [offer.key, offer]));
    return {
      version,
      rewards: rewards.map((reward): ListedReward => {
        const { given, donated } = totals.get(reward.key) ?? { given: 0, donated: 0 };
        return {
          reward,
          left: reward.stock === undefined ? null : Math.max(0, reward.stock - given),
          donated: reward.gives.kind === "donation" ? donated : null,
          offer: pick(byKey.get(reward.key)),
        };
      }),
    };
  },
});

const pick = (offer: RewardOffer | undefined): ListedReward["offer"] =>
  offer
    ? { points: offer.points, available: offer.available, missing: offer.missing, toGo: offer.toGo }
    : null;

async function versionAt({ sql }: Database, merchantId: number, now: Date): Promise<number> {
  const [row] = await sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} and effective_from <= ${now.toISOString()}
    order by effective_from desc, version desc limit 1`;
  if (!row) throw new Problem("program_not_published");
  return row.version;
}
