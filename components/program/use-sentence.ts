"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { describeRuleAction } from "@/lib/program/actions";
import type { Program, Rule } from "@/lib/program/schemas";

/** A rule in words shortly after each change; the last words that could be said while it says nothing. */
export function useSentence(
  rule: Rule | null,
  { productTypes, tiers }: Pick<Program, "productTypes" | "tiers">,
) {
  const { slug } = useShop();
  const locale = useLocale();
  const wanted = useDebounced(rule ? JSON.stringify(rule) : null, 150);
  const { data } = useQuery({
    queryKey: ["program", "sentence", slug, locale, wanted],
    queryFn: () =>
      answered(
        describeRuleAction(slug, { rule: JSON.parse(wanted ?? "null") as Rule, productTypes, tiers, locale }),
      ),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return data?.sentence ?? null;
}
