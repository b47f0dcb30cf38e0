"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { formatCard } from "@/lib/kernel/card-number";
import { getMemberAction } from "@/lib/members/actions";

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

/** How a member who was fetched is spoken of. */
export function useMemberName(): (id: string) => string {
  const { slug } = useShop();
  const client = useQueryClient();
  return useCallback(
    (id) => {
      const member = client.getQueryData<Member>(keyOf(slug, id));
      return member?.name ?? (member ? formatCard(member.card) : "");
    },
    [client, slug],
  );
}
