"use server";

import { toAction, toFormAction } from "@/lib/access/to-action";
import { adjustPoints } from "./commands/adjust-points";
import { applyExpiry } from "./commands/apply-expiry";
import { decideAdjustment } from "./commands/decide-adjustment";
import { endOwnGift } from "./commands/end-own-gift";
import { offerGift } from "./commands/offer-gift";

export const adjustPointsAction = toAction(adjustPoints, { once: true });
export const decideAdjustmentAction = toAction(decideAdjustment);
export const applyExpiryAction = toAction(applyExpiry);

export const offerGiftAction = toFormAction(
  offerGift,
  { id: "text", card: "text", points: "integer", message: "text" },
  (home, { id }) => `${home}/gifts?given=${id}`,
);
export const endOwnGiftAction = toFormAction(
  endOwnGift,
  { gift: "text", as: "text" },
  (home, { gift }) => `${home}/gifts?ended=${gift}`,
);
