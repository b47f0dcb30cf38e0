import type { Shop } from "@/lib/access/shop";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { formatMoney } from "@/lib/kernel/money";
import type { Program } from "@/lib/program/schemas";
import { composeMail } from "./compose-mail";
import type { Losing } from "./domain/due-warnings";
import type { RenderedMail } from "./domain/render-mail";
import { pointsText } from "./points-text";

interface ExpiryMail {
  shop: Pick<Shop, "name" | "colour" | "currency" | "pointName">;
  pointValue: Program["pointValue"];
  locale: Locale;
  /** Earliest day first; at least one. */
  losing: readonly Losing[];
  cardUrl: string;
  leaveUrl: string;
}

/** What is about to expire, what it is worth, and the way to use it; by day when there are several. */
export function composeExpiryMail(mail: ExpiryMail): RenderedMail {
  const { shop, locale, losing, pointValue } = mail;
  const [first] = losing;
  if (!first) throw new Error("a warning about nothing");
  const total = losing.reduce((sum, { points }) => sum + points, 0);
  const worth = Number((BigInt(total) * BigInt(pointValue.amount)) / BigInt(pointValue.points));
  return composeMail({
    kind: "expiry",
    shop,
    locale,
    href: mail.cardUrl,
    leaveHref: mail.leaveUrl,
    params: {
      points: pointsText(first.points, mail),
      day: formatDay(first.lastDay, locale),
      total: pointsText(total, mail),
      amount: formatMoney(worth, shop.currency, locale, { trim: true }),
      days: losing.length,
    },
    rows:
      losing.length > 1
        ? losing.map(({ lastDay, points }) => ({
            label: formatDay(lastDay, locale, "long"),
            figure: pointsText(points, mail),
          }))
        : [],
  });
}
