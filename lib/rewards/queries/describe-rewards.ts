import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { programSchema } from "@/lib/program/schemas";
import { rewardSentence } from "../domain/reward-sentence";

const { rewards, productTypes, tiers } = programSchema.shape;

/** Rewards as sentences, by key: as they are published, and while they are being written. */
export const describeRewards = defineQuery({
  name: "rewards.describe",
  permission: "program.edit",
  input: z.strictObject({ rewards, productTypes, tiers, locale: z.enum(locales) }),
  async run({ actor, input, database }): Promise<{ sentences: Record<string, string> }> {
    const { currency, pointName } = await shopById(database, actor.merchantId);
    const context = { ...input, currency, pointName };
    return {
      sentences: Object.fromEntries(
        input.rewards.map((reward) => [reward.key, rewardSentence(reward, context)]),
      ),
    };
  },
});
