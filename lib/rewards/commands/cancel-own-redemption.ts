import { defineCommand } from "@/lib/access/define-command";
import { takeBack } from "@/lib/events/take-back";
import { Problem } from "@/lib/kernel/problems";
import { cancellationSchema } from "../schemas";

/** The signed-in customer takes back their own redemption. */
export const cancelOwnRedemption = defineCommand({
  name: "reward.cancel-own",
  permission: "membership.own",
  input: cancellationSchema.omit({ reason: true }),
  async run({ input, ...context }) {
    const { actor } = context;
    if (actor.kind !== "member") throw new Problem("forbidden");
    return takeBack(context, input, actor.memberId);
  },
});
