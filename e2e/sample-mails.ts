import type { Locale } from "@/lib/kernel/i18n/locale";
import { composeExpiryMail } from "@/lib/messaging/compose-expiry-mail";
import { composeGiftMail } from "@/lib/messaging/compose-gift-mail";
import { composeMail } from "@/lib/messaging/compose-mail";
import type { MailKind } from "@/lib/messaging/domain/mail-kinds";
import type { RenderedMail } from "@/lib/messaging/domain/render-mail";

const shop = { name: "Köşe Kahve", colour: "forest", currency: "TRY", pointName: null };
const home = "https://kosekahve.example";
const cardUrl = `${home}/c/kose-kahve`;
const leaveUrl = `${home}/unsubscribe/1.0193f7c2-6d1e-7c3a-9f57-3b1f0f6f2a11.expiry.q8fX`;

const plain = (kind: MailKind, locale: Locale, href?: string, params?: Record<string, number>) =>
  composeMail({ kind, shop, locale, href, params });

/** One of every mail there is, as its reader gets it. Photographed by `npm run shots -- mails`. */
export const sampleMails: Record<MailKind, (locale: Locale) => RenderedMail> = {
  "sign-in": (locale) => plain("sign-in", locale, `${cardUrl}/sign-in/8VbLr3uWc1`, { minutes: 20 }),
  reset: (locale) => plain("reset", locale, `${home}/reset/8VbLr3uWc1`),
  invite: (locale) => plain("invite", locale, `${home}/invite/8VbLr3uWc1`),
  "team-added": (locale) => plain("team-added", locale, `${home}/sign-in`),
  "password-changed": (locale) => plain("password-changed", locale),
  expiry: (locale) =>
    composeExpiryMail({
      shop,
      pointValue: { points: 10, amount: 100 },
      locale,
      losing: [
        { lastDay: "2026-11-30", points: 1240 },
        { lastDay: "2026-12-06", points: 85 },
      ],
      cardUrl,
      leaveUrl,
    }),
  gift: (locale) =>
    composeGiftMail({
      shop,
      locale,
      points: 150,
      lastDay: "2026-12-03",
      giftsUrl: `${cardUrl}/gifts`,
      leaveUrl,
    }),
};
