import { defineCommand } from "@/lib/access/define-command";
import { redeem } from "../redeem";
import { redemptionSchema } from "../schemas";

/** Takes a reward for a member's points. */
export const redeemReward = defineCommand({
  name: "reward.redeem",
  permission: "rewards.redeem",
  input: redemptionSchema,
  run: ({ input: { member, ...input }, ...context }) => redeem(context, member, input),
});
