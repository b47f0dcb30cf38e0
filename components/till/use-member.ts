"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { usualPurchaseAction } from "@/lib/earning/actions";
import { formatCard } from "@/lib/kernel/card-number";
import { getMemberAction, latestNotesAction } from "@/lib/members/actions";
import { memberTierAction } from "@/lib/tiers/actions";
import type { Who } from "./queue/queued-purchase";

export type Member = DataOf<typeof getMemberAction>;

/** Of all that was looked for in the find field. */
export const findKey = (slug: string) => ["till", "find", slug];

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

/** What staff noted of them last. */
export function useNotes(id: string) {
  const { slug } = useShop();
  return useQuery({
    queryKey: [...keyOf(slug, id), "notes"],
    queryFn: () => answered(latestNotesAction(slug, { id })),
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

/** Keeps what the server has just told of a member: they stand here without being asked for again. */
export function useKnow(): (member: Member) => void {
  const { slug } = useShop();
  const client = useQueryClient();
  return useCallback((member) => client.setQueryData(keyOf(slug, member.id), member), [client, slug]);
}

/** How somebody who was chosen is spoken of: also while what else there is to know of them is still on its way. */
export function useNameOf(): (who: Who) => string {
  const { slug } = useShop();
  const t = useTranslations("till.member");
  const client = useQueryClient();
  return useCallback(
    (who) => {
      if ("card" in who) return formatCard(who.card);
      const found = client
        .getQueriesData<{ members: Pick<Member, "id" | "name" | "card">[] }>({ queryKey: findKey(slug) })
        .flatMap(([, answer]) => answer?.members ?? []);
      const member =
        client.getQueryData<Member>(keyOf(slug, who.id)) ?? found.find(({ id }) => id === who.id);
      return member ? (member.name ?? formatCard(member.card)) : t("somebody");
    },
    [client, slug, t],
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
