"use client";

import { useTranslations } from "next-intl";
import { problemOf } from "@/components/merchant/answered";
import type { Basket } from "./basket";
import { useOnline } from "./queue/use-online";
import type { Preview } from "./use-preview";
import type { Recording } from "./use-record";

/** As the server names it in a refusal. */
const field = "tender.0.points";

/** What the member's points pay of the basket, what they could, and what is wrong with as many as were keyed. */
export function usePayment({
  basket,
  preview,
  recording,
  onPoints,
}: {
  basket: Basket;
  preview: Preview;
  recording: Recording;
  onPoints: (points: number | undefined) => void;
}) {
  const t = useTranslations("till.pay");
  const isOnline = useOnline();
  const offer = preview.data?.payment ?? null;
  const { points } = basket;
  const refused = problemOf(recording.error)?.fields[field];
  const beside = refused ?? (preview.isPlaceholderData ? null : offer?.refusal) ?? undefined;
  return {
    offer,
    isOnline,
    points,
    paid: points ? (offer?.paid ?? 0) : 0,
    error: points === undefined ? undefined : isOnline ? beside : t("needsConnection"),
    /** Whether that is why recording was refused. */
    isRefused: refused !== undefined && points !== undefined,
    change: (next: number | undefined) => {
      recording.forget();
      onPoints(next);
    },
  };
}

export type Payment = ReturnType<typeof usePayment>;
