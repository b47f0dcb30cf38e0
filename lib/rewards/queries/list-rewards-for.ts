import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { memberOffers } from "../member-offers";

/** What a member can take, and what is missing where they cannot: for the till and the desk. */
export const listRewardsFor = defineQuery({
  name: "rewards.list-for",
  permission: "rewards.read",
  input: z.strictObject({ member: id() }),
  run: ({ actor: { merchantId }, input, now, database }) =>
    memberOffers(database, { merchantId, memberId: input.member, now }),
});
