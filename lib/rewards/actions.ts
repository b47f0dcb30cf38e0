"use server";

import { toAction } from "@/lib/access/to-action";
import { cancelOwnRedemption } from "./commands/cancel-own-redemption";
import { cancelRedemption } from "./commands/cancel-redemption";
import { redeemOwnReward } from "./commands/redeem-own-reward";
import { redeemReward } from "./commands/redeem-reward";
import { useVoucher } from "./commands/use-voucher";
import { getVoucher } from "./queries/get-voucher";
import { listRewardsFor } from "./queries/list-rewards-for";
import { listVouchers } from "./queries/list-vouchers";

export const redeemRewardAction = toAction(redeemReward);
export const redeemOwnRewardAction = toAction(redeemOwnReward);
export const cancelRedemptionAction = toAction(cancelRedemption);
export const cancelOwnRedemptionAction = toAction(cancelOwnRedemption);
export const useVoucherAction = toAction(useVoucher);
export const getVoucherAction = toAction(getVoucher);
export const listRewardsForAction = toAction(listRewardsFor);
export const listVouchersAction = toAction(listVouchers);
