"use client";

import { useTranslations } from "next-intl";
import { Tabs } from "radix-ui";
import { type ReactNode, type RefObject, useMemo } from "react";
import { FieldError } from "@/components/ui/field";
import { tabClasses } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import type { Product } from "@/lib/products/schemas";
import { AmountPanel, type ProductType } from "./amount-panel";
import type { Basket, Sold } from "./basket";
import { BasketLines } from "./basket-lines";
import { ProductButtons } from "./product-buttons";
import { productTabs } from "./product-tabs";
import { VoucherLines } from "./rewards/voucher-lines";
import type { AmountEntry } from "./use-amount-entry";
import type { BasketVouchers } from "./use-basket-vouchers";

/** The tab where amounts are keyed. */
export const amountTab = "amount";

/** What they take: products by a tap, or an amount as on a cash register; and the basket so far. */
export function WhatArea({
  field,
  products,
  mostSold,
  productTypes,
  editHref,
  basket,
  vouchers,
  buyer,
  paid,
  entry,
  refusal,
  tab,
  onTab,
  onAdd,
  onQuantity,
}: {
  field: RefObject<HTMLInputElement | null>;
  products: Product[];
  mostSold: string[];
  productTypes: ProductType[];
  /** Where products are added; null for those who may not. */
  editHref: string | null;
  basket: Basket;
  vouchers: BasketVouchers;
  /** The member who buys, if one is chosen. */
  buyer: string | null;
  /** What points pay of it, in minor units. */
  paid: number;
  entry: AmountEntry;
  /** What Record misses here; with the amount in sight it stands beside its field. */
  refusal: string | undefined;
  tab: string | null;
  onTab: (tab: string) => void;
  onAdd: (sold: Sold) => void;
  onQuantity: (no: number, quantity: number) => void;
}) {
  const t = useTranslations("till.what");
  const tabs = useMemo(() => productTabs(products, mostSold), [products, mostSold]);
  const amount = <AmountPanel field={field} productTypes={productTypes} basket={basket} entry={entry} />;
  const lines = (
    <BasketLines
      basket={basket}
      vouchers={<VoucherLines vouchers={vouchers} buyer={buyer} />}
      paid={paid}
      productTypes={productTypes}
      onQuantity={onQuantity}
    />
  );
  if (tabs.length === 0) {
    return (
      <>
        <div className="md:-mx-1 md:min-h-0 md:grow md:overflow-y-auto md:px-1">
          {amount}
          {editHref ? (
            <p className="mt-4 text-ink-2">
              {t("noProducts")} <TextLink href={editHref}>{t("addProducts")}</TextLink>
            </p>
          ) : null}
        </div>
        {lines}
      </>
    );
  }
  const keyOf = (index: number) => `group-${index}`;
  const known = tab !== null && (tab === amountTab || tabs.some((_, index) => keyOf(index) === tab));
  const shown = known ? tab : keyOf(0);
  return (
    <>
      <Tabs.Root value={shown} onValueChange={onTab} className="flex flex-col md:min-h-0 md:grow">
        <Tabs.List aria-label={t("tabs")} className={`${tabClasses.row} flex-none`}>
          {tabs.map(({ group }, index) => (
            <Tabs.Trigger key={keyOf(index)} value={keyOf(index)} className={tabClasses.tab}>
              {group ?? t("mostSold")}
            </Tabs.Trigger>
          ))}
          <Tabs.Trigger value={amountTab} className={tabClasses.tab}>
            {t("amount")}
          </Tabs.Trigger>
        </Tabs.List>
        {tabs.map(({ group, products: inTab }, index) => (
          <Panel key={keyOf(index)} value={keyOf(index)}>
            <ProductButtons label={group ?? t("mostSold")} products={inTab} basket={basket} onAdd={onAdd} />
          </Panel>
        ))}
        <Panel value={amountTab}>{amount}</Panel>
      </Tabs.Root>
      {refusal && shown !== amountTab ? <FieldError id="till-what-error">{refusal}</FieldError> : null}
      {lines}
    </>
  );
}

function Panel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Content
      value={value}
      // Wider than it looks, so that what has the focus keeps its outline.
      className="pt-4 pb-1 md:-mx-1 md:min-h-0 md:grow md:overflow-y-auto md:px-1 data-[state=inactive]:hidden"
    >
      {children}
    </Tabs.Content>
  );
}
