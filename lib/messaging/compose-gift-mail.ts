import type { Shop } from "@/lib/access/shop";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { composeMail } from "./compose-mail";
import type { RenderedMail } from "./domain/render-mail";
import { pointsText } from "./points-text";

interface GiftMail {
  shop: Pick<Shop, "name" | "colour" | "pointName">;
  locale: Locale;
  points: number;
  /** The last day on which it can be accepted. */
  lastDay: string;
  giftsUrl: string;
  leaveUrl: string;
}

/**
 * That points wait to be accepted. Neither who gives them nor the line that goes with them is in it: a stranger could
 * write to any card's owner under the shop's name, and a name in somebody else's mail outlives its own erasure.
 */
export function composeGiftMail({
  shop,
  locale,
  points,
  lastDay,
  giftsUrl,
  leaveUrl,
}: GiftMail): RenderedMail {
  return composeMail({
    kind: "gift",
    shop,
    locale,
    href: giftsUrl,
    leaveHref: leaveUrl,
    params: { points: pointsText(points, { shop, locale }), day: formatDay(lastDay, locale) },
  });
}
