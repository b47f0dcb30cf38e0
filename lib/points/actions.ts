"use server";

import { toAction, toCheckedFormAction, toFormAction } from "@/lib/access/to-action";
import { saying } from "@/lib/kernel/said-once";
import { adjustPoints } from "./commands/adjust-points";
import { applyExpiry } from "./commands/apply-expiry";
import { decideAdjustment } from "./commands/decide-adjustment";
import { endOwnGift } from "./commands/end-own-gift";
import { offerGift } from "./commands/offer-gift";
import { previewGift } from "./commands/preview-gift";

export const adjustPointsAction = toAction(adjustPoints, { once: true });
export const decideAdjustmentAction = toAction(decideAdjustment);
export const applyExpiryAction = toAction(applyExpiry);

export const offerGiftAction = toCheckedFormAction(
  previewGift,
  offerGift,
  { id: "text", card: "text", points: "integer", message: "text" },
  (home, answer) => {
    if ("left" in answer) return null;
    return saying(`${home}/gifts`, "given", "given" in answer ? answer.given : answer.id);
  },
);
export const endOwnGiftAction = toFormAction(endOwnGift, { gift: "text", as: "text" }, (home, { gift }) =>
  saying(`${home}/gifts`, "ended", gift),
);
