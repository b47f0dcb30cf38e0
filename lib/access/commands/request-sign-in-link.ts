import { z } from "zod";
import type { Database } from "@/db/client";
import { env } from "@/lib/kernel/env";
import { emailAddress, text } from "@/lib/kernel/fields";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { consentWording } from "@/lib/members/consents";
import { composeMail } from "@/lib/messaging/compose-mail";
import { queueMail } from "@/lib/messaging/queue-mail";
import { parseInput } from "../parse-input";
import type { RequestContext } from "../request-context";
import { safePath } from "../safe-path";
import { shopBySlug } from "../shop";
import { issueToken, type TokenFacts } from "../sign-in-token";
import { mailLimits, takeAttempt } from "../throttle";

export const linkRequestSchema = z.strictObject({ email: emailAddress() });

/** The one screen of joining. Marketing is off unless somebody says yes. */
export const joinRequestSchema = z.strictObject({
  email: emailAddress(),
  name: text(200).optional(),
  marketing: z.boolean().default(false),
});

interface LinkRequest extends RequestContext {
  locale: Locale;
  /** The page that an expired session was sent away from. */
  landing?: unknown;
}

/** Mails a link that opens a program's card. Members and strangers get the same mail, so asking tells nothing. */
export async function requestSignInLink(
  database: Database,
  slug: string,
  raw: unknown,
  request: LinkRequest,
): Promise<{ email: string }> {
  const { email } = parseInput(linkRequestSchema, raw);
  await mailLink(database, slug, { email, landing: cardPath(slug, request.landing) }, request);
  return { email };
}

/** The same for somebody who wants to join: the link makes the card, on whichever device it is pressed. */
export async function requestJoinLink(
  database: Database,
  slug: string,
  raw: unknown,
  request: LinkRequest,
): Promise<{ email: string }> {
  const { email, name, marketing } = parseInput(joinRequestSchema, raw);
  const shop = await shopBySlug(database, slug);
  if (!shop) throw new Problem("not_found");
  const { locale } = request;
  const joining = {
    name,
    locale,
    marketing: marketing ? consentWording("marketing", shop.name, locale) : undefined,
  };
  await mailLink(database, slug, { email, joining }, request);
  return { email };
}

/** Only a page of this very card: a link must not lead whoever presses it anywhere else. */
function cardPath(slug: string, given: unknown): string | null {
  const path = safePath(given);
  const home = `/c/${slug}`;
  if (!path || !(path === home || path.startsWith(`${home}/`))) return null;
  return path.startsWith(`${home}/sign-in`) || path.startsWith(`${home}/join`) ? null : path;
}

async function mailLink(
  database: Database,
  slug: string,
  facts: Pick<TokenFacts, "email" | "landing" | "joining">,
  { now, address, locale }: LinkRequest,
): Promise<void> {
  const { email } = facts;
  const shop = await shopBySlug(database, slug);
  if (!shop) throw new Problem("not_found");
  await takeAttempt(database, mailLimits(email, address), now);
  await database.transaction(async (tx) => {
    const secret = await issueToken(tx, { ...facts, merchantId: shop.id, purpose: "sign-in", now });
    const href = `${env().NEXTAUTH_URL}/c/${slug}/sign-in/${secret}`;
    const [account] = await tx.sql<
      { locale: string | null }[]
    >`select locale from account where email = ${email}`;
    const reader = isLocale(account?.locale) ? account.locale : locale;
    const mail = composeMail({ kind: "sign-in", shop, locale: reader, href, params: { minutes: 15 } });
    await queueMail(tx, { ...mail, merchantId: shop.id, kind: "sign-in", to: email }, now);
  });
}
