import type { Shop } from "@/lib/access/shop";
import { formatDayOf, formatTime } from "@/lib/kernel/i18n/day-words";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { composeMail } from "./compose-mail";
import type { RenderedMail } from "./domain/render-mail";
import { pointsText } from "./points-text";

export type EventNews = "event-place" | "event-passed" | "event-moved" | "event-off";

export interface MailedEvent {
  name: string;
  place: string;
  startsAt: Date;
}

interface EventMail {
  shop: Pick<Shop, "name" | "colour" | "pointName" | "timezone">;
  news: EventNews;
  event: MailedEvent;
  /** Spent for the place, or given back. */
  points: number;
  locale: Locale;
  cardUrl: string;
  leaveUrl: string;
}

/** What became of a member's place at an evening without their doing. */
export function composeEventMail(mail: EventMail): RenderedMail {
  const { shop, news, event, points, locale, cardUrl, leaveUrl } = mail;
  return composeMail({
    kind: news,
    shop,
    locale,
    href: `${cardUrl}/events`,
    leaveHref: leaveUrl,
    params: {
      event: event.name,
      place: event.place,
      day: formatDayOf(event.startsAt, shop.timezone, locale, "full"),
      time: formatTime(event.startsAt, shop.timezone, locale),
      points: pointsText(points, { shop, locale }),
      count: points,
    },
  });
}
