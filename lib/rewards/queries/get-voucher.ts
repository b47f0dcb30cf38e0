import { defineQuery } from "@/lib/access/define-query";
import { normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import { voucherCodeSchema } from "../schemas";
import { voucherByCode } from "../voucher-view";

/** One voucher by its code, in any spelling. */
export const getVoucher = defineQuery({
  name: "vouchers.get",
  permission: "rewards.read",
  input: voucherCodeSchema,
  run: ({ actor: { merchantId }, input, now, database }) =>
    voucherByCode(database, { merchantId, code: normaliseVoucherCode(input.code), now }),
});
