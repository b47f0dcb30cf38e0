"use server";

import { toAction, toFormAction } from "@/lib/access/to-action";
import { saying } from "@/lib/kernel/said-once";
import { cancelOwnRedemption } from "./commands/cancel-own-redemption";
import { cancelRedemption } from "./commands/cancel-redemption";
import { grantReward } from "./commands/grant-reward";
import { moveFulfilment } from "./commands/move-fulfilment";
import { redeemOwnReward } from "./commands/redeem-own-reward";
import { redeemReward } from "./commands/redeem-reward";
import { useVoucher } from "./commands/use-voucher";
import { describeRewards } from "./queries/describe-rewards";
import { getVoucher } from "./queries/get-voucher";
import { listGifts } from "./queries/list-gifts";
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

export const takeOwnRewardAction = toFormAction(
  redeemOwnReward,
  { reward: "text", version: "integer", id: "text" },
  (home, { redemption }) => saying(`${home}/rewards`, "got", redemption.id),
);
export const takeBackOwnRewardAction = toFormAction(
  cancelOwnRedemption,
  { redemption: "text" },
  (home, { redemption }) => saying(`${home}/rewards`, "back", redemption.id),
);
export const listGiftsAction = toAction(listGifts);
export const grantRewardAction = toAction(grantReward);
export const moveFulfilmentAction = toAction(moveFulfilment);
export const describeRewardsAction = toAction(describeRewards);
