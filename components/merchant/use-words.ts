"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import { formatPhone } from "@/lib/kernel/phone";
import { formatPoints } from "@/lib/kernel/points";
import { namePoints } from "./points-name";
import { pointsWords } from "./points-words";
import { useShop } from "./shop-context";

/** Points, money and phone numbers of this shop, as the reader writes them. */
export function useWords() {
  const locale = useLocale();
  const t = useTranslations("desk");
  const { currency, pointName, country } = useShop();
  return {
    locale,
    name: namePoints(pointName, locale, (n) => t("pointWord", { count: n })),
    points: (count: number, options: { signed?: boolean } = {}) =>
      pointsWords(count, { locale, pointName, word: (n) => t("pointWord", { count: n }), ...options }),
    figure: (count: number, options: { signed?: boolean } = {}) => formatPoints(count, locale, options),
    money: (minor: number, options: { trim?: boolean; signed?: boolean } = {}) =>
      formatMoney(minor, currency, locale, options),
    phone: (number: string | null) => number && formatPhone(number, country),
  };
}
