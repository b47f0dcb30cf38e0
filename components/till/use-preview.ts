"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { previewPurchaseAction } from "@/lib/earning/actions";
import { type Basket, linesOf } from "./basket";

/** Anybody: somebody new, without a tier. */
const newcomer = { tier: null, firstPurchase: true } as const;

/** What the basket earns, asked for again shortly after each change. */
export function usePreview({ memberId, basket }: { memberId: string | null; basket: Basket }) {
  const { slug } = useShop();
  const locale = useLocale();
  const lines = linesOf(basket);
  const wanted = useDebounced(JSON.stringify({ memberId, lines }), 120);
  return useQuery({
    queryKey: ["till", "preview", slug, wanted],
    queryFn: async () => {
      const asked = JSON.parse(wanted) as { memberId: string | null; lines: typeof lines };
      const member = asked.memberId ? { id: asked.memberId } : newcomer;
      const occurredAt = new Date().toISOString();
      const preview = await answered(
        previewPurchaseAction(slug, { member, lines: asked.lines, occurredAt, locale }),
      );
      return { ...preview, ahead: Date.parse(preview.now) - Date.now() };
    },
    enabled: lines.length > 0 && wanted === JSON.stringify({ memberId, lines }),
    placeholderData: lines.length > 0 ? keepPreviousData : undefined,
  });
}

export type Preview = ReturnType<typeof usePreview>;
