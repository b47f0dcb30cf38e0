import type { Tx } from "@/db/client";
import type { Shop } from "@/lib/access/shop";
import { env } from "@/lib/kernel/env";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";
import type { MailKind } from "./domain/mail-kinds";
import type { RenderedMail } from "./domain/render-mail";
import { queueMail } from "./queue-mail";
import type { MemberMailKind } from "./schemas";
import { unsubscribeToken } from "./unsubscribe-token";

export interface MailedMember {
  id: string;
  email: string;
  locale: string | null;
}

interface MemberMail {
  shop: Shop;
  member: MailedMember;
  kind: MailKind;
  /** What the member can turn off by the link in it. */
  about: MemberMailKind;
  mailId?: string;
  /** Signs the way out: `mailSecret`. */
  secret: string;
  now: Date;
  sendAt: Date;
  /** `cardUrl`: the member's card, without a slash behind it. */
  compose(reader: { locale: Locale; cardUrl: string; leaveUrl: string }): RenderedMail;
}

/** Queues what a member did not ask for a moment ago: in their language, with the way out of it. */
export async function queueMemberMail(tx: Tx, mail: MemberMail): Promise<void> {
  const { shop, member, kind, about, mailId, secret, now, sendAt, compose } = mail;
  const origin = env().NEXTAUTH_URL;
  const token = unsubscribeToken(secret, { merchantId: shop.id, memberId: member.id, kind: about });
  const rendered = compose({
    locale: isLocale(member.locale) ? member.locale : shop.locale,
    cardUrl: `${origin}/c/${shop.slug}`,
    leaveUrl: `${origin}/unsubscribe/${token}`,
  });
  await queueMail(
    tx,
    {
      ...rendered,
      id: mailId,
      merchantId: shop.id,
      kind,
      to: member.email,
      unsubscribeUrl: `${origin}/api/mail/unsubscribe/${token}`,
      sendAfter: sendAt > now ? sendAt : undefined,
    },
    now,
  );
}
