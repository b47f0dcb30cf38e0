"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import type { Product } from "@/lib/products/schemas";
import { type Basket, countOfProduct, type Sold, soldProduct } from "./basket";
import { Tile } from "./tile";
import { tileGridClass } from "./tile-grid";

/** Products of one tab, each with its price: a press puts one in the basket. */
export function ProductButtons({
  label,
  products,
  basket,
  onAdd,
}: {
  label: string;
  products: Product[];
  basket: Basket;
  onAdd: (sold: Sold) => void;
}) {
  const t = useTranslations("till.what");
  const { money } = useWords();
  return (
    <ul aria-label={t("productsOf", { group: label })} className={tileGridClass}>
      {products.map((product) => (
        <li key={product.sku}>
          <Tile
            name={product.name}
            note={money(product.price, { trim: true })}
            count={countOfProduct(basket, product.sku)}
            onPress={() => onAdd(soldProduct(product))}
          />
        </li>
      ))}
    </ul>
  );
}
