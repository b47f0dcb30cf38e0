import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/kernel/i18n/locale";
import en from "@/messages/en";
import tr from "@/messages/tr";
import type { MailKind } from "./domain/mail-kinds";
import { type MailSender, type RenderedMail, renderMail } from "./domain/render-mail";

const words = { en: en.mail, tr: tr.mail };

interface MailFacts {
  kind: MailKind;
  shop: MailSender;
  locale: Locale;
  /** Where the button leads, for the kinds that have one. */
  href?: string;
  params?: Record<string, string | number>;
  rows?: { label: string; figure: string }[];
  /** Where the way out leads, for mail that comes by itself. */
  leaveHref?: string;
}

/** A mail in the reader's language and the shop's colour. */
export function composeMail({ kind, shop, locale, href, params, rows, leaveHref }: MailFacts): RenderedMail {
  const t = createTranslator({ locale, messages: words[locale] }) as unknown as Translate;
  const values = { ...params, shop: shop.name };
  const line = (key: string) => t(`${kind}.${key}`, values);
  return renderMail(
    shop,
    {
      subject: line("subject"),
      heading: line("heading"),
      paragraphs: ["first", "second"].filter((key) => t.has(`${kind}.${key}`)).map(line),
      button: href ? { label: line("button"), href } : undefined,
      rows,
      footer: [line("footer")],
      leave: leaveHref ? { label: line("leave"), href: leaveHref } : undefined,
    },
    locale,
  );
}

type Translate = {
  (key: string, params: Record<string, string | number>): string;
  has(key: string): boolean;
};
