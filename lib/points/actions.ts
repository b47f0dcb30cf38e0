"use server";

import { redirect } from "next/navigation";
import { toAction, toFormAction } from "@/lib/access/to-action";
import { adjustPoints } from "./commands/adjust-points";
import { applyExpiry } from "./commands/apply-expiry";
import { decideAdjustment } from "./commands/decide-adjustment";
import { endOwnGift } from "./commands/end-own-gift";
import { offerGift } from "./commands/offer-gift";

export const adjustPointsAction = toAction(adjustPoints);
export const decideAdjustmentAction = toAction(decideAdjustment);
export const applyExpiryAction = toAction(applyExpiry);

const offer = toFormAction(offerGift, { id: "text", card: "text", points: "integer", message: "optional" });
const end = toFormAction(endOwnGift, { gift: "text", as: "text" });

/** Leads on to the list of gifts, so that a page loaded again gives nothing again. */
export async function offerGiftAction(
  programSlug: string,
  previous: Awaited<ReturnType<typeof offer>>,
  form: FormData,
): ReturnType<typeof offer> {
  const state = await offer(programSlug, previous, form);
  if (!state.data) return state;
  return redirect(`/c/${encodeURIComponent(programSlug)}/gifts?given=${state.data.id}`);
}

export async function endOwnGiftAction(
  programSlug: string,
  previous: Awaited<ReturnType<typeof end>>,
  form: FormData,
): ReturnType<typeof end> {
  const state = await end(programSlug, previous, form);
  if (!state.data) return state;
  return redirect(`/c/${encodeURIComponent(programSlug)}/gifts`);
}
