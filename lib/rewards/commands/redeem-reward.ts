import { defineCommand } from "@/lib/access/define-command";
import { redeem, redeemSwiftly } from "../redeem";
import { redemptionSchema } from "../schemas";

/** Takes a reward for a member's points. */
export const redeemReward = defineCommand({
  name: "reward.redeem",
  permission: "rewards.redeem",
  input: redemptionSchema,
  swift: ({ actor, now, database, input: { member: ref, ...input } }) =>
    redeemSwiftly(database, { actor, now, ref, input }),
  run: ({ input: { member: ref, ...input }, ...context }) => redeem(context, ref, input),
});
