"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Icon } from "@/components/ui/icon";
import { type Basket, totalOf } from "./basket";
import type { ProductType } from "./basket-area";

const step = "grid size-11 place-items-center rounded-control border border-line hover:border-edge";

/** The basket, line by line, and what there is to pay. */
export function BasketLines({
  basket,
  productTypes,
  onQuantity,
}: {
  basket: Basket;
  productTypes: ProductType[];
  onQuantity: (no: number, quantity: number) => void;
}) {
  const t = useTranslations("till.what");
  const { money } = useWords();
  if (basket.lines.length === 0) return null;
  return (
    <section aria-label={t("basket")} className="mt-auto pt-5">
      <ul>
        {basket.lines.map((line) => {
          const name = productTypes.find((type) => type.key === line.productType)?.name ?? line.productType;
          return (
            <li
              key={line.no}
              className="grid min-h-14 grid-cols-[128px_minmax(0,1fr)_auto] items-center gap-2 border-t border-line text-large"
            >
              <span className="flex items-center gap-1">
                <button
                  type="button"
                  className={step}
                  aria-label={t("less", { product: name })}
                  onClick={() => onQuantity(line.no, line.quantity - 1)}
                >
                  <Icon of={Minus} />
                </button>
                <b className="w-7 text-center">{line.quantity}</b>
                <button
                  type="button"
                  className={step}
                  aria-label={t("more", { product: name })}
                  onClick={() => onQuantity(line.no, line.quantity + 1)}
                >
                  <Icon of={Plus} />
                </button>
              </span>
              <span className="min-w-0 wrap-break-word">{name}</span>
              <span>{money(line.each * line.quantity)}</span>
            </li>
          );
        })}
      </ul>
      <p className="double-rule-t flex items-baseline justify-between gap-4 pt-2.5">
        <span className="text-large">{t("toPay")}</span>
        <span className="text-answer">{money(totalOf(basket))}</span>
      </p>
    </section>
  );
}
