import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { memberVouchers } from "../member-vouchers";

/** A member's vouchers, for the till and the desk. */
export const listVouchers = defineQuery({
  name: "vouchers.list",
  permission: "rewards.read",
  input: z.strictObject({ member: id() }),
  run: ({ actor: { merchantId }, input, now, database }) =>
    memberVouchers(database, { merchantId, memberId: input.member, now }),
});
