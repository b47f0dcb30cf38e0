import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { endGift } from "../end-gift";
import { giftEndSchema } from "../schemas";

/** The other member accepts or declines a gift, or the giver takes it back, for as long as it is not accepted. */
export const endOwnGift = defineCommand({
  name: "points.end-own-gift",
  permission: "membership.own",
  input: giftEndSchema,
  run: ({ input, ...context }) =>
    endGift(context, { id: input.gift, as: input.as, by: ownMembership(context.actor).memberId }),
});
