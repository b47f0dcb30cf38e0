import { defineCommand } from "@/lib/access/define-command";
import { takeBack } from "@/lib/events/take-back";
import { cancellationSchema } from "../schemas";

/** Takes back a redemption whose voucher was not used. */
export const cancelRedemption = defineCommand({
  name: "reward.cancel",
  permission: "rewards.redeem",
  input: cancellationSchema,
  run: ({ input, ...context }) => takeBack(context, input),
});
