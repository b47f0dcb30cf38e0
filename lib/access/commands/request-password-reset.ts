import { z } from "zod";
import type { Database } from "@/db/client";
import { env } from "@/lib/kernel/env";
import { emailAddress } from "@/lib/kernel/fields";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";
import { composeMail } from "@/lib/messaging/compose-mail";
import { queueMail } from "@/lib/messaging/queue-mail";
import { parseInput } from "../parse-input";
import type { RequestContext } from "../request-context";
import { shopById } from "../shop";
import { issueToken } from "../sign-in-token";
import { mailLimits, takeAttempt } from "../throttle";

export const resetRequestSchema = z.strictObject({ email: emailAddress() });

interface Person {
  locale: string | null;
  merchantId: number;
}

/** Mails a link to set a new password to somebody who works for a shop. Everybody else gets the same answer and no mail. */
export async function requestPasswordReset(
  database: Database,
  raw: unknown,
  { now, address, locale }: RequestContext & { locale: Locale },
): Promise<{ email: string }> {
  const { email } = parseInput(resetRequestSchema, raw);
  await takeAttempt(database, mailLimits(email, address), now);
  await database.transaction(async (tx) => {
    const [person] = await tx.sql<Person[]>`
      select a.locale, min(s.merchant_id) as "merchantId" from account a
      join staff s on s.account_id = a.id and s.active where a.email = ${email} group by a.locale`;
    if (!person) return;
    const shop = await shopById(tx, person.merchantId);
    const secret = await issueToken(tx, { email, merchantId: shop.id, purpose: "reset", now });
    const mail = composeMail({
      kind: "reset",
      shop,
      locale: isLocale(person.locale) ? person.locale : locale,
      href: `${env().NEXTAUTH_URL}/reset/${secret}`,
    });
    await queueMail(tx, { ...mail, merchantId: shop.id, kind: "reset", to: email }, now);
  });
  return { email };
}
