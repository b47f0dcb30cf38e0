"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { ProductType } from "./basket-area";

/** What the shop sells, by type, each with how many of it are in the basket. */
export function ProductButtons({
  productTypes,
  waiting,
  countOf,
  onPress,
}: {
  productTypes: ProductType[];
  /** Pressed, and waiting for its amount. */
  waiting: string | null;
  countOf: (key: string) => number;
  onPress: (key: string) => void;
}) {
  const t = useTranslations("till.what");
  return (
    <ul aria-label={t("products")} className="mt-4 grid grid-cols-2 gap-2 xs:grid-cols-3">
      {productTypes.map((type) => {
        const count = countOf(type.key);
        const isWaiting = waiting === type.key;
        return (
          <li key={type.key}>
            <button
              type="button"
              aria-pressed={isWaiting}
              onClick={(event) => {
                // After a tap, Enter is for Record; with the keyboard the focus stays where it is.
                if (event.detail > 0) event.currentTarget.blur();
                onPress(type.key);
              }}
              className={cx(
                "relative flex h-23 w-full flex-col justify-between rounded-control border px-3.5 py-3 text-left",
                count > 0 || isWaiting ? "border-accent bg-wash" : "border-line bg-float hover:border-edge",
                isWaiting && "inset-ring inset-ring-accent",
              )}
            >
              <span className="line-clamp-2 text-reading/5 font-strong wrap-break-word">{type.name}</span>
              <span className="pr-8 text-small text-ink-2">
                {isWaiting ? t("thenAmount") : type.excluded ? t("excluded") : ""}
              </span>
              {count > 0 ? (
                <span className="absolute right-3 bottom-[11px] min-w-6 rounded-badge bg-accent text-center font-strong text-on">
                  <span className="sr-only">{t("inBasket", { count })}</span>
                  <span aria-hidden>{count}</span>
                </span>
              ) : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
