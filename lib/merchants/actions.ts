"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { database } from "@/db/connection";
import { readForm } from "@/lib/access/read-form";
import { clientAddress } from "@/lib/access/request-context";
import { startSession } from "@/lib/access/session-cookie";
import { answer } from "@/lib/access/show-problem";
import { nextState, toAction } from "@/lib/access/to-action";
import type { FormState } from "@/lib/kernel/action-result";
import { systemNow } from "@/lib/kernel/clock";
import { changeRole } from "./commands/change-role";
import { createApiKey } from "./commands/create-api-key";
import { endSession } from "./commands/end-session";
import { inviteStaff } from "./commands/invite-staff";
import { removeStaff } from "./commands/remove-staff";
import { resendInvitation } from "./commands/resend-invitation";
import { revokeApiKey } from "./commands/revoke-api-key";
import { updateSettings } from "./commands/update-settings";
import { createMerchant } from "./create-merchant";

export const updateSettingsAction = toAction(updateSettings);
export const inviteStaffAction = toAction(inviteStaff);
export const resendInvitationAction = toAction(resendInvitation);
export const changeRoleAction = toAction(changeRole);
export const endSessionAction = toAction(endSession);
export const removeStaffAction = toAction(removeStaff);
export const createApiKeyAction = toAction(createApiKey);
export const revokeApiKeyAction = toAction(revokeApiKey);

/** The first visit: makes the first shop and signs its owner in. Refused as soon as there is one. */
export async function setUpShop(previous: FormState<never>, form: FormData): Promise<FormState<never>> {
  const result = await answer(async () => {
    const fields = {
      name: "text",
      slug: "text",
      currency: "text",
      timezone: "text",
      ownerEmail: "text",
    } as const;
    const locale = await getLocale();
    const typed = readForm(form, { ...fields, ownerName: "text", ownerPassword: "secret" }, locale);
    const address = clientAddress(await headers());
    const options = { transport: "web", address, onlyFirst: true } as const;
    const shop = await createMerchant(database(), { ...typed, locale }, systemNow(), options);
    await startSession({
      accountId: shop.ownerAccountId,
      epoch: shop.ownerEpoch,
      by: "password",
      only: null,
    });
    return redirect(`/m/${shop.slug}`);
  });
  return nextState(previous, form, result);
}
