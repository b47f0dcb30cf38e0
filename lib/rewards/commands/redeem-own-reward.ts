import type { Actor } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { redeem, redeemSwiftly } from "../redeem";
import { ownRedemptionSchema } from "../schemas";

/** The signed-in customer takes a reward for their own points. */
export const redeemOwnReward = defineCommand({
  name: "reward.redeem-own",
  permission: "membership.own",
  input: ownRedemptionSchema,
  swift: async ({ actor, now, database, input }) =>
    redeemSwiftly(database, { actor, now, ref: ownRef(actor), input }),
  run: async ({ input, ...context }) => redeem(context, ownRef(context.actor), input),
});

function ownRef(actor: Actor): { id: string } {
  if (actor.kind !== "member") throw new Problem("forbidden");
  return { id: actor.memberId };
}
