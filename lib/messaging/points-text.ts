import { createTranslator } from "use-intl/core";
import type { Shop } from "@/lib/access/shop";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { formatPoints, pointWord } from "@/lib/kernel/points";
import en from "@/messages/en";
import tr from "@/messages/tr";

const words = { en: en.mail, tr: tr.mail };

/** "100 points", or by the name that the shop gives them. */
export function pointsText(
  count: number,
  { shop, locale }: { shop: Pick<Shop, "pointName">; locale: Locale },
): string {
  if (!shop.pointName) return createTranslator({ locale, messages: words[locale] })("points", { count });
  return `${formatPoints(count, locale)} ${pointWord(count, shop.pointName, locale)}`;
}
