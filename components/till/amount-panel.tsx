"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { AmountField } from "./amount-field";
import { type Basket, countOfType } from "./basket";
import { Keypad } from "./keypad";
import { Tile } from "./tile";
import { tileGridClass } from "./tile-grid";
import type { AmountEntry } from "./use-amount-entry";

export interface ProductType {
  key: string;
  name: string;
  excluded?: boolean;
}

/**
 * As on a cash register: key the amount, press what it was. Pressing first works as well: then the amount that follows
 * belongs to it.
 */
export function AmountPanel({
  field,
  productTypes,
  basket,
  entry,
}: {
  field: RefObject<HTMLInputElement | null>;
  productTypes: ProductType[];
  basket: Basket;
  entry: AmountEntry;
}) {
  const t = useTranslations("till.what");
  const waitingName = productTypes.find((type) => type.key === entry.waiting)?.name;
  return (
    <>
      <AmountField
        field={field}
        text={entry.text}
        label={waitingName ? t("amountOf", { product: waitingName }) : t("amount")}
        error={entry.error}
        onText={entry.write}
        onSubmit={entry.submit}
      />
      <div className="mt-3 grid items-start gap-3 pointer-coarse:sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Keypad text={entry.text} onText={entry.write} />
        <ul aria-label={t("products")} className={`${tileGridClass} pointer-coarse:sm:grid-cols-1`}>
          {productTypes.map((type) => (
            <li key={type.key}>
              <Tile
                name={type.name}
                note={entry.waiting === type.key ? t("thenAmount") : type.excluded ? t("excluded") : null}
                count={countOfType(basket, type.key)}
                size="row"
                waiting={entry.waiting === type.key}
                onPress={() => entry.press(type.key)}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
