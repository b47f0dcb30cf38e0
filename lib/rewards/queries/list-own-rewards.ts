import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { shopById } from "@/lib/access/shop";
import { nextEvenings } from "@/lib/events/next-evenings";
import { locales } from "@/lib/kernel/i18n/locale";
import { programContent } from "@/lib/program/program-content";
import { rewardConditions } from "../domain/reward-conditions";
import { memberOffers } from "../member-offers";

/** What the signed-in customer can take, on what conditions, and what is missing where they cannot; of an experience its next evening. */
export const listOwnRewards = defineQuery({
  name: "rewards.list-own",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input: { locale }, now, database }) {
    const { merchantId, memberId } = ownMembership(actor);
    const [found, { currency }, evenings] = await Promise.all([
      memberOffers(database, { merchantId, memberId, now }),
      shopById(database, merchantId),
      nextEvenings(database, { merchantId, now }),
    ]);
    const program = await programContent(database, merchantId, found.version);
    const conditions = new Map(
      program.rewards.map((one) => [one.key, rewardConditions(one, { ...program, locale, currency })]),
    );
    return {
      ...found,
      offers: found.offers.map((offer) => ({
        ...offer,
        conditions: conditions.get(offer.key) ?? null,
        evening: evenings.get(offer.key) ?? null,
      })),
    };
  },
});
