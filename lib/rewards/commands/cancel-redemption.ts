import { defineCommand } from "@/lib/access/define-command";
import { cancel } from "../cancel";
import { cancellationSchema } from "../schemas";

/** Takes back a redemption whose voucher was not used. */
export const cancelRedemption = defineCommand({
  name: "reward.cancel",
  permission: "rewards.redeem",
  input: cancellationSchema,
  run: ({ input, ...context }) => cancel(context, input),
});
