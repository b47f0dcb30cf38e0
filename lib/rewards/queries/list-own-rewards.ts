import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberOffers } from "../member-offers";

/** What the signed-in customer can take, and what is missing where they cannot. */
export const listOwnRewards = defineQuery({
  name: "rewards.list-own",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    return memberOffers(database, { merchantId, memberId, now });
  },
});
