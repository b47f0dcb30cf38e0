import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { giveByHand } from "../give-by-hand";
import { refuseUnknownTier } from "../published-tiers";
import { lockTierSchema } from "../schemas";

/** Puts a member on a tier and keeps them there, whatever they do or do not do, until somebody unlocks it. */
export const lockTier = defineCommand({
  name: "tier.lock",
  permission: "tiers.lock",
  input: lockTierSchema,
  async run({ actor, input, now, tx }) {
    const { member, tier, reason } = input;
    await refuseUnknownTier(tx, actor.merchantId, tier);
    const moved = await giveByHand(
      { tx, actor, now },
      { memberId: member, kind: "locked", reason: "locked", tier, note: reason },
    );
    if (!moved) throw new Problem("not_found");
    audit(tx, actor, now, { action: "tier.lock", subject: `member:${member}`, after: { tier, reason } });
    return { member, tier };
  },
});
