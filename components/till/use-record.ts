"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { answered, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { useToast } from "@/components/ui/toast";
import { recordPurchaseAction } from "@/lib/earning/actions";
import { type Basket, linesOf } from "./basket";
import { useUndo } from "./use-recent";

interface Sale {
  memberId: string;
  /** How the member is spoken of. */
  name: string;
  basket: Basket;
}

/**
 * Records a basket. Its id and its instant are kept from the first try to the last, so that whatever the network does it
 * is recorded once.
 */
export function useRecord({ ahead, onRecorded }: { ahead: number | undefined; onRecorded: () => void }) {
  const t = useTranslations("till");
  const { slug } = useShop();
  const { points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const undo = useUndo();
  const tried = useRef<{ externalId: string; occurredAt: string } | null>(null);

  const mutation = useMutation({
    mutationFn: ({ memberId, basket }: Sale) => {
      const { externalId } = basket;
      if (tried.current?.externalId !== externalId)
        tried.current = { externalId, occurredAt: instant(ahead) };
      const { occurredAt } = tried.current;
      return answered(
        recordPurchaseAction(slug, {
          externalId,
          member: { id: memberId },
          occurredAt,
          lines: linesOf(basket),
        }),
      );
    },
    onSuccess: ({ purchase, award }, { name }) => {
      tried.current = null;
      toast({
        text: t("recorded", { points: points(award.points), name }),
        undo: { label: t("justNow.undo"), act: () => undo.mutate(purchase.id) },
      });
      void client.invalidateQueries({ queryKey: ["till", "recent"] });
      void client.invalidateQueries({ queryKey: ["till", "member"] });
      onRecorded();
    },
    onError: (error) => {
      // A refusal recorded nothing: the next try is a new one. Silence may have recorded it.
      if (problemOf(error)) tried.current = null;
    },
  });
  const { mutate, isPending, error, reset } = mutation;
  return {
    record: (sale: Sale) => (isPending ? undefined : mutate(sale)),
    isPending,
    error,
    forget: reset,
  };
}

export type Recording = ReturnType<typeof useRecord>;

/** A device's clock is believed up to this many milliseconds. */
const believed = 60_000;

/** Now; by the server's clock where the device's is wrong. `ahead`: how far the server's was ahead when it last answered. */
const instant = (ahead = 0): string =>
  new Date(Date.now() + (Math.abs(ahead) > believed ? ahead : 0)).toISOString();
