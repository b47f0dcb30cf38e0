import { z } from "zod";
import type { Database } from "@/db/client";
import { env } from "@/lib/kernel/env";
import { emailAddress } from "@/lib/kernel/fields";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { composeMail } from "@/lib/messaging/compose-mail";
import { queueMail } from "@/lib/messaging/queue-mail";
import { parseInput } from "../parse-input";
import type { RequestContext } from "../request-context";
import { shopBySlug } from "../shop";
import { issueToken } from "../sign-in-token";
import { mailLimits, takeAttempt } from "../throttle";

export const linkRequestSchema = z.strictObject({ email: emailAddress() });

/** Mails a link that opens a program's card. Members and strangers get the same mail, so asking tells nothing. */
export async function requestSignInLink(
  database: Database,
  slug: string,
  raw: unknown,
  { now, address, locale }: RequestContext & { locale: Locale },
): Promise<{ email: string }> {
  const { email } = parseInput(linkRequestSchema, raw);
  const shop = await shopBySlug(database, slug);
  if (!shop) throw new Problem("not_found");
  await takeAttempt(database, mailLimits(email, address), now);
  await database.transaction(async (tx) => {
    const secret = await issueToken(tx, { email, merchantId: shop.id, purpose: "sign-in", now });
    const href = `${env().NEXTAUTH_URL}/c/${slug}/sign-in/${secret}`;
    const [account] = await tx.sql<
      { locale: string | null }[]
    >`select locale from account where email = ${email}`;
    const reader = isLocale(account?.locale) ? account.locale : locale;
    const mail = composeMail({ kind: "sign-in", shop, locale: reader, href, params: { minutes: 15 } });
    await queueMail(tx, { ...mail, merchantId: shop.id, kind: "sign-in", to: email }, now);
  });
  return { email };
}
