"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { mostMoney } from "@/lib/kernel/money";
import { typedAmount } from "@/lib/kernel/typed-amount";
import type { ProductType } from "./amount-panel";
import type { Sold } from "./basket";

/** The amount that is being keyed, and the type that waits for one. What a scanner typed into it goes to `onScan`. */
export function useAmountEntry({
  field,
  productTypes,
  refusal,
  onAdd,
  onScan,
  onDone,
}: {
  field: RefObject<HTMLInputElement | null>;
  productTypes: ProductType[];
  /** What Record misses here. */
  refusal: string | undefined;
  onAdd: (sold: Sold) => void;
  /** Whether it knows what to do with it. */
  onScan: (text: string) => boolean;
  onDone: () => void;
}) {
  const t = useTranslations("till.what");
  const { currency } = useShop();
  const { locale, money } = useWords();
  const [text, setText] = useState("");
  const [waiting, setWaiting] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const only = productTypes.length === 1 ? productTypes[0]?.key : undefined;

  const write = (next: string) => {
    setText(next);
    setWrong(null);
  };
  const take = (productType: string) => {
    const each = typedAmount(text, currency, locale);
    if (each === null || each <= 0) {
      setWrong(t(text.trim() === "" ? "needsAmount" : "noAmount"));
      return;
    }
    if (each > mostMoney) {
      setWrong(t("tooMuch", { most: money(mostMoney, { trim: true }) }));
      return;
    }
    onAdd({ productType, each });
    write("");
    setWaiting(null);
  };
  return {
    text,
    waiting,
    error: wrong ?? (text.trim() === "" ? refusal : undefined),
    write,
    press: (productType: string) => {
      if (text.trim() !== "") take(productType);
      else {
        setWaiting(waiting === productType ? null : productType);
        field.current?.focus();
      }
    },
    submit: () => {
      const typed = text.trim();
      if (typed === "") onDone();
      else if (onScan(typed)) write("");
      else if (waiting ?? only) take(waiting ?? only ?? "");
      else setWrong(typedAmount(text, currency, locale) === null ? t("noAmount") : t("needsProduct"));
    },
  };
}

export type AmountEntry = ReturnType<typeof useAmountEntry>;
