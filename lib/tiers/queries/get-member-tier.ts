import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberTierSchema } from "../schemas";
import { type TierNow, tierNow } from "../tier-now";

/** Where a member stands: their tier, what keeps it, and what is missing to the next, as figures and in words. */
export const getMemberTier = defineQuery({
  name: "tiers.member",
  permission: "members.read",
  input: memberTierSchema,
  async run({ actor, input, now, database }): Promise<TierNow> {
    const { merchantId } = actor;
    const found = await tierNow(database, {
      merchantId,
      memberId: input.id,
      now,
      locale: input.locale,
      who: input.who,
    });
    if (!found) throw new Problem("not_found");
    return found;
  },
});
