"use client";

import { type LucideIcon, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/components/merchant/use-words";
import { Icon } from "@/components/ui/icon";
import type { ProductType } from "./amount-panel";
import { type Basket, totalOf } from "./basket";

/** The basket, line by line, and what there is to pay. A long one scrolls, its newest line in sight. */
export function BasketLines({
  basket,
  vouchers,
  paid,
  productTypes,
  onQuantity,
}: {
  basket: Basket;
  /** What is taken off, line by line. */
  vouchers: ReactNode;
  /** What points pay of it, in minor units. */
  paid: number;
  productTypes: ProductType[];
  onQuantity: (no: number, quantity: number) => void;
}) {
  const t = useTranslations("till.what");
  const { money, points } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const count = basket.lines.length;
  useEffect(() => {
    if (count > 0 && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  if (count === 0 && !basket.vouchers?.length) return null;
  return (
    <section aria-label={t("basket")} className="flex-none pt-4">
      <ul ref={list} tabIndex={count > 3 ? 0 : undefined} className="md:max-h-[11.5rem] md:overflow-y-auto">
        {basket.lines.map((line) => {
          const type = productTypes.find(({ key }) => key === line.productType);
          const name = line.name ?? type?.name ?? line.productType;
          return (
            <li
              key={line.no}
              className="grid min-h-14 grid-cols-[128px_minmax(0,1fr)_auto] items-center gap-2 border-t border-line text-large"
            >
              <span className="flex items-center gap-1">
                <Step
                  icon={Minus}
                  label={t("less", { product: name })}
                  act={() => onQuantity(line.no, line.quantity - 1)}
                />
                <b className="w-7 text-center">{line.quantity}</b>
                <Step
                  icon={Plus}
                  label={t("more", { product: name })}
                  act={() => onQuantity(line.no, line.quantity + 1)}
                />
              </span>
              <span className="min-w-0 wrap-break-word">{name}</span>
              <span>{money(line.each * line.quantity)}</span>
            </li>
          );
        })}
      </ul>
      {vouchers}
      {paid > 0 ? (
        <p className="flex min-h-11 items-center justify-between gap-4 border-t border-line text-large text-ink-2">
          <span>{points(basket.points ?? 0)}</span>
          <span>{money(-paid)}</span>
        </p>
      ) : null}
      {count > 0 ? (
        <p className="double-rule-t flex items-baseline justify-between gap-4 pt-2.5">
          <span className="text-large">{t("toPay")}</span>
          <span className="text-answer">{money(totalOf(basket) - paid)}</span>
        </p>
      ) : null}
    </section>
  );
}

function Step({ icon, label, act }: { icon: LucideIcon; label: string; act: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={(event) => {
        if (event.detail > 0) event.currentTarget.blur();
        act();
      }}
      className="grid size-11 place-items-center rounded-control border border-line hover:border-edge active:bg-wash"
    >
      <Icon of={icon} />
    </button>
  );
}
