"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { isCardNumber, normaliseCard } from "@/lib/kernel/card-number";
import { typedAmount } from "@/lib/kernel/typed-amount";
import { AmountField } from "./amount-field";
import { type Basket, countOf } from "./basket";
import { BasketLines } from "./basket-lines";
import { Keypad } from "./keypad";
import { ProductButtons } from "./product-buttons";

export interface ProductType {
  key: string;
  name: string;
  excluded?: boolean;
}

/**
 * What they take. As on a cash register: key the amount, press what it was. Pressing first works as well: then the
 * amount that follows belongs to it.
 */
export function BasketArea({
  field,
  productTypes,
  basket,
  refusal,
  onAdd,
  onQuantity,
  onScan,
  onDone,
}: {
  field: RefObject<HTMLInputElement | null>;
  productTypes: ProductType[];
  basket: Basket;
  refusal: string | undefined;
  onAdd: (line: { productType: string; each: number }) => void;
  onQuantity: (no: number, quantity: number) => void;
  onScan: (card: string) => void;
  onDone: () => void;
}) {
  const t = useTranslations("till.what");
  const { currency } = useShop();
  const { locale } = useWords();
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
      return false;
    }
    onAdd({ productType, each });
    write("");
    setWaiting(null);
    return true;
  };
  const press = (productType: string) => {
    if (text.trim() !== "") take(productType);
    else setWaiting(waiting === productType ? null : productType);
    if (text.trim() === "") field.current?.focus();
  };
  const submit = () => {
    const scanned = normaliseCard(text);
    if (isCardNumber(scanned)) {
      write("");
      onScan(scanned);
      return;
    }
    if (text.trim() === "") onDone();
    else if (waiting ?? only) take(waiting ?? only ?? "");
    else setWrong(typedAmount(text, currency, locale) === null ? t("noAmount") : t("needsProduct"));
  };
  const wrongNow = wrong ?? (text.trim() === "" ? refusal : undefined);
  const waitingName = productTypes.find((type) => type.key === waiting)?.name;

  return (
    <>
      <AmountField
        field={field}
        text={text}
        label={waitingName ? t("amountOf", { product: waitingName }) : t("amount")}
        error={wrongNow}
        onText={write}
        onSubmit={submit}
      />
      <ProductButtons
        productTypes={productTypes}
        waiting={waiting}
        countOf={(key) => countOf(basket, key)}
        onPress={press}
      />
      <Keypad text={text} onText={write} />
      <BasketLines basket={basket} productTypes={productTypes} onQuantity={onQuantity} />
    </>
  );
}
