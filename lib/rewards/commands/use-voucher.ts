import { defineCommand } from "@/lib/access/define-command";
import { refusePlace } from "../evening-of";
import { voucherUseSchema } from "../schemas";
import { use } from "../use";
import type { VoucherView } from "../voucher-view";

/** Uses a voucher, once: of two tills at the same moment one is told that it was used. What was prepared is handed over by it. */
export const useVoucher = defineCommand({
  name: "voucher.use",
  permission: "vouchers.use",
  input: voucherUseSchema,
  async run({ actor, input, now, tx }): Promise<VoucherView> {
    const voucher = await use({ tx, actor, now }, input);
    await refusePlace(tx, actor.merchantId, { ...voucher, id: voucher.redemption });
    return voucher;
  },
});
