import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { memberKey } from "@/lib/members/member-key";
import { lockMembers } from "@/lib/points/lock-members";
import { missingForGift } from "../domain/offer";
import { addGrant } from "../grant";
import { type RedemptionResult, redemptionResult } from "../redemption-row";
import { refuseMissing } from "../refusals";
import { repeated } from "../repeated";
import { rewardFacts } from "../reward-facts";
import { rewardStanding } from "../reward-standing";
import { grantSchema } from "../schemas";

/** Gives a member something for nothing: an apology, a birthday, a treat on the spot. Gates, stock and limits hold. */
export const grantReward = defineCommand({
  name: "reward.grant",
  permission: "rewards.grant",
  input: grantSchema,
  async run({ actor, input, now, tx }): Promise<RedemptionResult> {
    const { merchantId } = actor;
    const locked = await lockMembers({ tx, actor, now }, [{ path: "member", ref: input.member }]);
    const { program, batch, facts } = locked;
    const [member] = locked.members;
    const { occasion } = input;
    // Asked first: what was given stays given, whatever the program offers by now.
    const before = await repeated(
      tx,
      { merchantId, now, id: input.id },
      { member: member.id, reward: input.reward, quantity: 1, source: occasion },
    );
    if (before) return before;
    const reward = program.rewards.find((one) => one.key === input.reward);
    if (!reward) throw refused("reward_not_found", "reward.not_found");
    if (reward.price.kind !== "granted" || !reward.price.on.includes(occasion))
      throw refused("reward_not_granted", "reward.reward_not_granted");
    const asked = { now, member: memberKey({ id: member.id }, ""), reward: reward.key, id: null };
    const [taken] = await rewardFacts(tx.sql, merchantId, [asked]);
    if (!taken) throw new Error("a locked member is gone");
    const zone = facts.merchant.timezone;
    const version = facts.requests[0]?.version ?? 0;
    const [request] = facts.requests;
    if (!request) throw new Error("a locked member has no facts");
    const standing = await rewardStanding(tx, merchantId, { ...facts, request }, { now, program, version });
    const [missing] = missingForGift(reward, { ...taken, ...standing, now, zone });
    if (missing) throw refuseMissing(missing, program, member.balance);
    const row = addGrant(
      batch,
      { actor, now },
      {
        id: input.id,
        member,
        reward,
        source: occasion,
        reason: input.reason,
        fromStock: true,
        version,
        zone,
      },
    );
    tx.last(batch.statement(tx));
    return redemptionResult(row, now);
  },
});

const refused = (code: "reward_not_found" | "reward_not_granted", field: string): Problem =>
  new Problem(code, { fields: [{ path: "reward", code: field }] });
