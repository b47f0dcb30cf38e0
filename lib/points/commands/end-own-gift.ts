import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { endGift } from "../end-gift";
import { giftEndSchema } from "../schemas";

/** The other member accepts or declines a gift, or the giver takes it back, for as long as it is not accepted. */
export const endOwnGift = defineCommand({
  name: "points.end-own-gift",
  permission: "membership.own",
  input: giftEndSchema,
  async run({ input, ...context }) {
    const { memberId } = ownMembership(context.actor);
    return { gift: input.gift, ...(await endGift(context, { id: input.gift, as: input.as, by: memberId })) };
  },
});
