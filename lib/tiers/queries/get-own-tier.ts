import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { type TierNow, tierNow } from "../tier-now";

/** Where the signed-in customer stands. */
export const getOwnTier = defineQuery({
  name: "tiers.own",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, now, database }): Promise<TierNow> {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    const found = await tierNow(database, { merchantId, memberId, now, locale: input.locale });
    if (!found) throw new Problem("not_found");
    return found;
  },
});
