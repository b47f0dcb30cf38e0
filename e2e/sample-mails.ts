import type { Locale } from "@/lib/kernel/i18n/locale";
import { composeEventMail, type EventNews } from "@/lib/messaging/compose-event-mail";
import { composeExpiryMail } from "@/lib/messaging/compose-expiry-mail";
import { composeGiftMail } from "@/lib/messaging/compose-gift-mail";
import { composeMail } from "@/lib/messaging/compose-mail";
import { composeTierMail } from "@/lib/messaging/compose-tier-mail";
import type { MailKind } from "@/lib/messaging/domain/mail-kinds";
import type { RenderedMail } from "@/lib/messaging/domain/render-mail";

const shop = {
  name: "Köşe Kahve",
  colour: "forest",
  currency: "TRY",
  pointName: null,
  timezone: "Europe/Istanbul",
};
const home = "https://kosekahve.example";
const cardUrl = `${home}/c/kose-kahve`;
const leaveUrl = `${home}/unsubscribe/1.0193f7c2-6d1e-7c3a-9f57-3b1f0f6f2a11.expiry.q8fX`;

const plain = (kind: MailKind, locale: Locale, href?: string, params?: Record<string, number>) =>
  composeMail({ kind, shop, locale, href, params });

const ofEvent = (news: EventNews, points: number, locale: Locale) =>
  composeEventMail({
    shop,
    news,
    event: { name: "Beans of Ethiopia", place: "At the bar", startsAt: new Date("2026-12-03T16:00:00Z") },
    points,
    locale,
    cardUrl,
    leaveUrl,
  });

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
  tier: (locale) =>
    composeTierMail({
      shop,
      tiers: [{ key: "gold", name: "Gold", benefits: ["1.5 points per ₺1", "A cake on your birthday"] }],
      projection: {
        tier: "gold",
        since: null,
        until: "2027-01-31",
        grace: null,
        lock: null,
        counted: { spend: 0, points: 0, visits: 14, activities: 0 },
        keep: {
          tier: "gold",
          metric: "visits",
          need: 20,
          done: 14,
          missing: 6,
          from: "2026-08-01",
          by: "2027-01-31",
        },
        next: null,
      },
      lastDay: "2027-01-31",
      locale,
      cardUrl,
      leaveUrl,
    }),
  "event-place": (locale) => ofEvent("event-place", 120, locale),
  "event-passed": (locale) => ofEvent("event-passed", 0, locale),
  "event-moved": (locale) => ofEvent("event-moved", 0, locale),
  "event-off": (locale) => ofEvent("event-off", 120, locale),
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
