import type { MemberActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { listOwnRewards } from "@/lib/rewards/queries/list-own-rewards";

/** What the customer can take; null while the shop has published nothing. */
export async function ownOffers(actor: MemberActor, locale: Locale) {
  try {
    return await ask(actor, listOwnRewards, { locale });
  } catch (error) {
    if (error instanceof Problem && error.code === "program_not_published") return null;
    throw error;
  }
}
