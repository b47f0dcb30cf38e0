"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useCallback } from "react";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { usualPurchaseAction } from "@/lib/earning/actions";
import { formatCard } from "@/lib/kernel/card-number";
import { getMemberAction } from "@/lib/members/actions";
import { memberTierAction } from "@/lib/tiers/actions";
import type { Who } from "./queue/queued-purchase";

export type Member = DataOf<typeof getMemberAction>;

const keyOf = (slug: string, id: string) => ["till", "member", slug, id];

/** The member who stands here, with their points as of now. */
export function useMember(id: string) {
  const { slug } = useShop();
  return useQuery({
    queryKey: keyOf(slug, id),
    queryFn: () => answered(getMemberAction(slug, { id })),
  });
}

/** What they have on most of their visits. */
export function useUsual(id: string) {
  const { slug } = useShop();
  return useQuery({
    queryKey: ["till", "usual", slug, id],
    queryFn: () => answered(usualPurchaseAction(slug, { id })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What brings them to a tier or keeps it, as it is said about them; null where there is nothing to say. */
export function useTierSaid({ id, name }: Pick<Member, "id" | "name">): string | null {
  const { slug } = useShop();
  const locale = useLocale() === "tr" ? "tr" : "en";
  const who = name?.split(" ")[0];
  const { data } = useQuery({
    queryKey: [...keyOf(slug, id), "tier", locale],
    queryFn: () => answered(memberTierAction(slug, { id, locale, who })),
  });
  return data ? (data.says.afterVisit ?? data.says.headline) : null;
}

/** How somebody who was chosen is spoken of. */
export function useNameOf(): (who: Who) => string {
  const { slug } = useShop();
  const client = useQueryClient();
  return useCallback(
    (who) => {
      if ("card" in who) return formatCard(who.card);
      const member = client.getQueryData<Member>(keyOf(slug, who.id));
      return member?.name ?? (member ? formatCard(member.card) : "");
    },
    [client, slug],
  );
}

/** The id of a card's member who was here since this page was opened: known without asking. */
export function useSeenBefore(): (card: string) => string | undefined {
  const { slug } = useShop();
  const client = useQueryClient();
  return useCallback(
    (card) =>
      client
        .getQueriesData<Member>({ queryKey: ["till", "member", slug] })
        .find(([, member]) => member?.card === card)?.[1]?.id,
    [client, slug],
  );
}
