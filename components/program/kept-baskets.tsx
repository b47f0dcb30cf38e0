"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import { Disclosure } from "@/components/ui/disclosure";
import type { KeptPurchase } from "@/lib/earning/domain/kept-purchase";
import { OpenBasket } from "./open-basket";
import type { Result } from "./result-columns";

export interface KeptBasket {
  id: string;
  name: string;
  /** Null when it can no longer be read. */
  basket: KeptPurchase | null;
  draft: Result | null;
  published: Result | null;
  differs: { label: string; before: number; after: number }[];
  gone: boolean;
}

/** What product types and tiers are called. */
export interface Named {
  productTypes: { key: string; name: string }[];
  tiers: { key: string; name: string }[];
}

/** The baskets one keeps, under what is published and under the draft, and what that difference is in words. */
export function KeptBaskets({
  baskets,
  hasDraft,
  named,
}: {
  baskets: KeptBasket[];
  hasDraft: boolean;
  named: Named;
}) {
  const t = useTranslations("simulator.kept");
  const changed = baskets.filter((one) => differenceOf(one) !== 0);
  const more = changed.filter((one) => differenceOf(one) > 0).length;
  return (
    <section className="mt-12 border-t border-ink pt-5">
      <h2 className="text-section">
        {!hasDraft || baskets.length === 0
          ? t("title")
          : changed.length === 0
            ? t("allSame", { count: baskets.length })
            : t("changed", { count: baskets.length, more, less: changed.length - more })}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">{baskets.length === 0 ? t("empty") : t("body")}</p>
      {baskets.length > 0 ? (
        <>
          <p
            aria-hidden
            className={cx(
              rowOf(hasDraft),
              "border-b border-edge py-2 pr-8 text-small font-strong max-sm:hidden",
            )}
          >
            <span>{t("column.name")}</span>
            <span className="text-right">{t("column.published")}</span>
            {hasDraft ? <span className="text-right">{t("column.draft")}</span> : null}
            <span className="sm:pl-8">{t("column.difference")}</span>
          </p>
          <ul>
            {baskets.map((one) => (
              <li key={one.id} className="border-b border-line">
                <Disclosure summary={<Row basket={one} hasDraft={hasDraft} />}>
                  <OpenBasket basket={one} named={named} />
                </Disclosure>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const rowOf = (hasDraft: boolean): string =>
  cx(
    "grid items-baseline gap-x-4",
    hasDraft ? "sm:grid-cols-[minmax(0,1fr)_6rem_6rem_12rem]" : "sm:grid-cols-[minmax(0,1fr)_6rem_12rem]",
  );

function Row({ basket, hasDraft }: { basket: KeptBasket; hasDraft: boolean }) {
  const t = useTranslations("simulator.kept");
  const { points } = useWords();
  const difference = differenceOf(basket);
  return (
    <span className={cx(rowOf(hasDraft), "max-sm:py-2")}>
      <span className="min-w-0 wrap-anywhere max-sm:font-strong">{basket.name}</span>
      <Figure label={t("column.published")} result={basket.published} />
      {hasDraft ? <Figure label={t("column.draft")} result={basket.draft} strong /> : null}
      <span className="sm:pl-8">
        {basket.gone ? (
          <span className="text-warn">{t("gone")}</span>
        ) : !hasDraft ? null : difference === 0 ? (
          t("same")
        ) : (
          t(difference > 0 ? "more" : "less", { points: points(Math.abs(difference)) })
        )}
      </span>
    </span>
  );
}

/** A figure below its column's header, which is said again where no header stands above it. */
function Figure({ label, result, strong }: { label: string; result: Result | null; strong?: boolean }) {
  const { figure } = useWords();
  return (
    <span className={cx("flex justify-between gap-x-4 sm:justify-end", !result && "max-sm:hidden")}>
      {result ? (
        <>
          <span className="text-ink-2 sm:sr-only">{label}</span>
          <span className={cx(strong && "font-strong")}>{figure(result.points)}</span>
        </>
      ) : null}
    </span>
  );
}

const differenceOf = ({ draft, published }: KeptBasket): number =>
  draft === null || published === null ? 0 : draft.points - published.points;
