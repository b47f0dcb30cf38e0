"use client";

import { useEffect, useRef } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useOfferMend } from "./queue/mend-context";
import { keepOnTill, keptOnTill, type OnTill } from "./till-memory";

/**
 * Remembers what is on the till, brings it back after a reload, and takes back what was refused when nothing is on it.
 * While it is being sent the queue has it, and nobody else: it must not come back twice.
 */
export function useOnTill({
  who,
  basket,
  isSending,
  onBack,
}: OnTill & { isSending: boolean; onBack: (kept: OnTill) => void }) {
  const { slug } = useShop();
  const offerMend = useOfferMend();
  const isRead = useRef(false);

  useEffect(() => {
    const kept = keptOnTill(sessionStorage, slug);
    if (kept) onBack(kept);
    isRead.current = true;
  }, [slug, onBack]);

  useEffect(() => {
    if (isRead.current) keepOnTill(sessionStorage, slug, isSending ? null : { who, basket });
  }, [slug, who, basket, isSending]);

  const isEmpty = basket.lines.length === 0 && !isSending;
  useEffect(() => {
    offerMend(
      isEmpty
        ? ({ externalId, lines, occurredAt, who: buyer }) => {
            const nextNo = Math.max(...lines.map(({ no }) => no)) + 1;
            onBack({ who: buyer, basket: { externalId, lines, nextNo, occurredAt } });
          }
        : null,
    );
    return () => offerMend(null);
  }, [isEmpty, offerMend, onBack]);
}
