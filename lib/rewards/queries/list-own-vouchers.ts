import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { memberVouchers } from "../member-vouchers";

/** The signed-in customer's vouchers. */
export const listOwnVouchers = defineQuery({
  name: "vouchers.list-own",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { merchantId, memberId } = actor;
    return memberVouchers(database, { merchantId, memberId, now });
  },
});
