"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import type { Offer } from "./use-rewards";

/** What the cashier has to do for a reward, where its name does not say it; null otherwise. */
export function useGivesWords(): (gives: Offer["gives"]) => string | null {
  const t = useTranslations("till.rewards");
  const { locale, money } = useWords();
  return (gives) => {
    switch (gives.kind) {
      case "amountOff":
        return t("amountOff", { amount: money(gives.amount) });
      case "percentOff": {
        const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
          gives.percent / 10_000,
        );
        return gives.upTo === undefined
          ? t("percentOff", { percent })
          : t("percentOffUpTo", { percent, amount: money(gives.upTo) });
      }
      default:
        return null;
    }
  };
}
