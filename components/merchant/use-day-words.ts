"use client";

import { useLocale, useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay, formatTime } from "@/lib/kernel/i18n/day-words";

/** Days and hours of the shop, as one says them at the counter. */
export function useDayWords() {
  const { zone } = useShop();
  const locale = useLocale();
  const t = useTranslations("desk.day");
  return {
    time: (instant: string) => formatTime(new Date(instant), zone, locale),
    /** "today", "yesterday", "Tuesday", "3 October", "3 October 2025". */
    ago: (instant: string, now = new Date()) => {
      const today = localDate(now, zone);
      const day = localDate(new Date(instant), zone);
      const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
      if (days <= 0) return t("today");
      if (days === 1) return t("yesterday");
      if (days < 7) return t("weekday", { weekday: formatDay(day, locale, "weekdayLong") });
      return t("date", {
        date: formatDay(day, locale, day.slice(0, 4) === today.slice(0, 4) ? "day" : "full"),
      });
    },
  };
}
