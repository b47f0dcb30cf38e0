"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { answered, type DataOf, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { useToast } from "@/components/ui/toast";
import { recentPurchasesAction, refundPurchaseAction } from "@/lib/earning/actions";

export type Recent = DataOf<typeof recentPurchasesAction>[number];

export function useRecent(first: Recent[]) {
  const { slug } = useShop();
  return useQuery({
    queryKey: ["till", "recent", slug],
    queryFn: () => answered(recentPurchasesAction(slug, {})),
    initialData: first,
  });
}

/** Takes a purchase back whole. Its refund has one id, so that pressing twice gives back once. */
export function useUndo() {
  const t = useTranslations("till");
  const { slug } = useShop();
  const { money, points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (purchase: string) =>
      answered(refundPurchaseAction(slug, { purchase, externalId: `undo-${purchase}` })),
    onSuccess: ({ refund, points: moved }) => {
      toast({ text: t("justNow.undone", { amount: money(refund.amount), points: points(moved.taken) }) });
      void client.invalidateQueries({ queryKey: ["till"] });
    },
    onError: (error) => toast({ text: problemOf(error)?.message ?? t("worth.notSent"), refused: true }),
  });
}
