import type { Tx } from "@/db/client";
import type { Shop } from "@/lib/access/shop";
import { issueToken } from "@/lib/access/sign-in-token";
import { env } from "@/lib/kernel/env";
import { isLocale } from "@/lib/kernel/i18n/locale";
import { composeMail } from "@/lib/messaging/compose-mail";
import { queueMail } from "@/lib/messaging/queue-mail";

interface Invitation {
  shop: Shop;
  email: string;
  locale: string | null;
  hasPassword: boolean;
  now: Date;
}

/** A link to set a password, for somebody who has none; otherwise word that they were added. */
export async function mailInvitation(
  tx: Tx,
  { shop, email, locale, hasPassword, now }: Invitation,
): Promise<void> {
  const app = env().NEXTAUTH_URL;
  const reader = isLocale(locale) ? locale : shop.locale;
  const kind = hasPassword ? "team-added" : "invite";
  const href = hasPassword
    ? `${app}/m/${shop.slug}`
    : `${app}/invite/${await issueToken(tx, { email, merchantId: shop.id, purpose: "invite", now })}`;
  const mail = composeMail({ kind, shop, locale: reader, href });
  await queueMail(tx, { ...mail, merchantId: shop.id, kind, to: email }, now);
}
