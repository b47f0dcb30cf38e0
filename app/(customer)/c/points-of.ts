import { getLocale, getTranslations } from "next-intl/server";
import { namePoints, type PointsName } from "@/components/merchant/points-name";
import type { Shop } from "@/lib/access/shop";
import type { Locale } from "@/lib/kernel/i18n/locale";

/** What this shop calls its points, in the reader's language or another. */
export async function pointsOf(
  { pointName }: Pick<Shop, "pointName">,
  language?: Locale,
): Promise<PointsName> {
  const locale = language ?? (await getLocale());
  const desk = await getTranslations({ locale, namespace: "desk" });
  return namePoints(pointName, locale, (count) => desk("pointWord", { count }));
}
