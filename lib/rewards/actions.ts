"use server";

import { redirect } from "next/navigation";
import { toAction, toFormAction } from "@/lib/access/to-action";
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

const take = toFormAction(redeemOwnReward, { reward: "text", version: "integer", id: "text" });
const takeBack = toFormAction(cancelOwnRedemption, { redemption: "text" });

/** Leads on to what was taken, so that a page loaded again takes nothing again. */
export async function takeOwnRewardAction(
  programSlug: string,
  previous: Awaited<ReturnType<typeof take>>,
  form: FormData,
): ReturnType<typeof take> {
  const state = await take(programSlug, previous, form);
  if (!state.data) return state;
  return redirect(`/c/${encodeURIComponent(programSlug)}/rewards?got=${state.data.redemption.id}`);
}

export async function takeBackOwnRewardAction(
  programSlug: string,
  previous: Awaited<ReturnType<typeof takeBack>>,
  form: FormData,
): ReturnType<typeof takeBack> {
  const state = await takeBack(programSlug, previous, form);
  if (!state.data) return state;
  return redirect(`/c/${encodeURIComponent(programSlug)}/rewards?back=${state.data.redemption.id}`);
}
export const listGiftsAction = toAction(listGifts);
export const grantRewardAction = toAction(grantReward);
export const moveFulfilmentAction = toAction(moveFulfilment);
export const describeRewardsAction = toAction(describeRewards);
