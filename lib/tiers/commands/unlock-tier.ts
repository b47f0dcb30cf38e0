import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { giveByHand } from "../give-by-hand";
import { unlockTierSchema } from "../schemas";

/** Lets a locked tier be earned again: it is kept as if it had been earned today. */
export const unlockTier = defineCommand({
  name: "tier.unlock",
  permission: "tiers.lock",
  input: unlockTierSchema,
  async run({ actor, input, now, tx }) {
    const { member, reason } = input;
    const [row] = await tx.sql<{ tier: string | null; lock: string | null }[]>`
      select tier, tier_lock as lock from member
      where merchant_id = ${actor.merchantId} and id = ${member} and status = 'active' for update`;
    if (!row) throw new Problem("not_found");
    if (row.lock === null) throw new Problem("tier_not_locked");
    const moved = await giveByHand(
      { tx, actor, now },
      { memberId: member, kind: "unlocked", reason: "unlocked", tier: row.tier, note: reason },
    );
    audit(tx, actor, now, {
      action: "tier.unlock",
      subject: `member:${member}`,
      before: row,
      after: { tier: moved?.now.tier ?? null, reason },
    });
    return { member, tier: moved?.now.tier ?? null };
  },
});
