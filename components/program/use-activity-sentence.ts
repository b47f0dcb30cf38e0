"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { describeActivityAction } from "@/lib/activities/actions";
import type { ActivityType } from "@/lib/program/schemas";

/** An activity in words shortly after each change; the last words that could be said while it says nothing. */
export function useActivitySentence(type: ActivityType | null): string | null {
  const { slug } = useShop();
  const locale = useLocale();
  const wanted = useDebounced(type ? JSON.stringify(type) : null, 150);
  const { data } = useQuery({
    queryKey: ["program", "activity", slug, locale, wanted],
    queryFn: () =>
      answered(describeActivityAction(slug, { type: JSON.parse(wanted ?? "null") as ActivityType, locale })),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return data?.sentence ?? null;
}
