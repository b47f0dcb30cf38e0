"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import { pointsWords } from "./points-words";
import { useShop } from "./shop-context";

/** Points and money of this shop, in the reader's words. */
export function useWords() {
  const locale = useLocale();
  const t = useTranslations("desk");
  const { currency, pointName } = useShop();
  return {
    locale,
    points: (count: number, options: { signed?: boolean } = {}) =>
      pointsWords(count, { locale, pointName, word: (n) => t("pointWord", { count: n }), ...options }),
    figure: (count: number, options: { signed?: boolean } = {}) => formatPoints(count, locale, options),
    money: (minor: number, options: { trim?: boolean; signed?: boolean } = {}) =>
      formatMoney(minor, currency, locale, options),
  };
}
