"use client";

import { useTranslations } from "next-intl";
import { problemOf } from "@/components/merchant/answered";
import { useWords } from "@/components/merchant/use-words";
import { type Basket, discounted, vouchersUsed } from "./basket";
import { useOnline } from "./queue/use-online";
import type { Recording } from "./use-record";

/** What each voucher takes off the basket, why it takes nothing, and why the server refused it. */
export function useBasketVouchers({
  basket,
  recording,
  onPutAside,
}: {
  basket: Basket;
  recording: Recording;
  onPutAside: (code: string) => void;
}) {
  const t = useTranslations("till.voucher");
  const { money } = useWords();
  const isOnline = useOnline();
  const refused = problemOf(recording.error)?.fields ?? {};
  const sent = vouchersUsed(basket);
  const isEmpty = basket.lines.length === 0;
  const rows = discounted(basket).vouchers.map(({ nothing, ...voucher }) => ({
    ...voucher,
    note: isEmpty
      ? t("waits")
      : nothing?.kind === "minimum"
        ? t("minimum", { amount: money(nothing.amount) })
        : nothing
          ? t("products")
          : voucher.off === 0
            ? t("nothingLeft")
            : undefined,
    error:
      voucher.off === 0
        ? undefined
        : isOnline
          ? refused[`vouchers.${sent.indexOf(voucher.code)}`]
          : t("needsConnection"),
  }));
  return {
    rows,
    /** Whether that is why recording was refused. */
    isRefused: isOnline && rows.some(({ error }) => error !== undefined),
    putAside: (code: string) => {
      recording.forget();
      onPutAside(code);
    },
  };
}

export type BasketVouchers = ReturnType<typeof useBasketVouchers>;
