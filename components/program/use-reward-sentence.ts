"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import type { Program } from "@/lib/program/schemas";
import { describeRewardsAction } from "@/lib/rewards/actions";
import type { Reward } from "@/lib/rewards/schemas";

/** A reward in words shortly after each change; the last words that could be said while it says nothing. */
export function useRewardSentence(
  reward: Reward | null,
  { productTypes, tiers }: Pick<Program, "productTypes" | "tiers">,
): string | null {
  const { slug } = useShop();
  const locale = useLocale();
  const wanted = useDebounced(reward ? JSON.stringify({ ...reward, picture: undefined }) : null, 150);
  const { data } = useQuery({
    queryKey: ["program", "reward-sentence", slug, locale, wanted],
    queryFn: () => {
      const rewards = [JSON.parse(wanted ?? "null") as Reward];
      return answered(describeRewardsAction(slug, { rewards, productTypes, tiers, locale }));
    },
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return Object.values(data?.sentences ?? {})[0] ?? null;
}
