"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { previewPurchaseAction } from "@/lib/earning/actions";
import { type Basket, linesOf, tenderOf } from "./basket";

/** Anybody: somebody new, without a tier. */
const newcomer = { tier: null, firstPurchase: true } as const;

type Asked = ReturnType<typeof tenderOf> & {
  memberId: string | null;
  lines: ReturnType<typeof linesOf>;
};

/** What the basket earns, asked for again shortly after each change. */
export function usePreview({ memberId, basket }: { memberId: string | null; basket: Basket }) {
  const { slug } = useShop();
  const locale = useLocale();
  const lines = linesOf(basket);
  const asking = JSON.stringify({ memberId, lines, ...tenderOf(basket) });
  const wanted = useDebounced(asking, 120);
  return useQuery({
    queryKey: ["till", "preview", slug, wanted],
    queryFn: async () => {
      const { memberId: id, ...asked } = JSON.parse(wanted) as Asked;
      const member = id ? { id } : newcomer;
      const occurredAt = new Date().toISOString();
      const preview = await answered(previewPurchaseAction(slug, { ...asked, member, occurredAt, locale }));
      return { ...preview, ahead: Date.parse(preview.now) - Date.now() };
    },
    enabled: lines.length > 0 && wanted === asking,
    placeholderData: lines.length > 0 ? keepPreviousData : undefined,
  });
}

export type Preview = ReturnType<typeof usePreview>;
