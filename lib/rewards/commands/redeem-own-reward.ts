import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { redeem } from "../redeem";
import { ownRedemptionSchema } from "../schemas";

/** The signed-in customer takes a reward for their own points. */
export const redeemOwnReward = defineCommand({
  name: "reward.redeem-own",
  permission: "membership.own",
  input: ownRedemptionSchema,
  async run({ input, ...context }) {
    const { actor } = context;
    if (actor.kind !== "member") throw new Problem("forbidden");
    return redeem(context, { id: actor.memberId }, input);
  },
});
