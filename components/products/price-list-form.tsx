"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTyped } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { savePriceListAction } from "@/lib/products/actions";
import type { Product } from "@/lib/products/schemas";
import { PriceLine } from "./price-line";
import { groupsOf, type PriceRow, productsOf, rowFaults, rowsOf } from "./price-rows";

/** Everything the till has a button for: its name, price, what it counts as, and the tab it is on. */
export function PriceListForm({
  products,
  revision: shownRevision,
  productTypes,
}: {
  products: Product[];
  revision: number;
  productTypes: { key: string; name: string }[];
}) {
  const t = useTranslations("products");
  const writing = { currency: useShop().currency, locale: useLocale() };
  const router = useRouter();
  const toast = useToast();
  const form = useTyped("price list", () => rowsOf(products, writing));
  const rows = form.typed;
  const setRows = (next: PriceRow[]) => form.change(() => next);
  const [savedRevision, setRevision] = useState(shownRevision);
  const revision = Math.max(savedRevision, shownRevision);
  const [sent, setSent] = useState<PriceRow[]>(rows);
  const [tried, setTried] = useState(false);
  const beside = sent.flatMap((_, index) =>
    ["name", "price", "productType", "group", "sku"].map((field) => `products.${index}.${field}`),
  );
  const save = useAct(savePriceListAction, {
    beside,
    onDone: ({ revision: saved }, input) => {
      const numbered = (row: PriceRow) => ({ ...row, sku: row.sku ?? skuOf(row, sent, input.products) });
      setRevision(saved);
      form.change((now) => now.map(numbered));
      form.forget(sent.map(numbered));
      toast({ text: t("saved") });
      router.refresh();
    },
  });
  const faults = tried ? rowFaults(rows, writing) : new Map<number, Set<string>>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (rowFaults(rows, writing).size > 0) return;
    setSent(rows);
    save.run({ products: productsOf(rows, writing), revision });
  };
  const add = () => {
    const last = rows.at(-1);
    const row = {
      no: Math.max(-1, ...rows.map(({ no }) => no)) + 1,
      name: "",
      price: "",
      productType: last?.productType ?? productTypes[0]?.key ?? "",
      group: last?.group ?? productTypes[0]?.name ?? "",
    };
    setRows([...rows, row]);
  };
  const swap = (index: number, other: number) => {
    const [a, b] = [rows[index], rows[other]];
    if (a && b) setRows(rows.with(index, b).with(other, a));
  };
  const refusalOf = (row: PriceRow, field: string) => {
    const index = sent.findIndex((one) => one.no === row.no);
    return index < 0 ? undefined : save.fields[`products.${index}.${field}`];
  };
  const errorOf = (row: PriceRow, field: "name" | "price" | "productType" | "group") =>
    field !== "productType" && faults.get(row.no)?.has(field)
      ? t(`missing.${field}`)
      : (refusalOf(row, field) ?? (field === "name" ? refusalOf(row, "sku") : undefined));
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <TypedBefore form={form} />
      {rows.length === 0 ? (
        <Empty title={t("empty.title")}>{t("empty.body")}</Empty>
      ) : (
        <div>
          <div
            aria-hidden
            className="hidden gap-x-3 pb-1.5 text-small font-strong sm:grid sm:grid-cols-(--price-columns)"
          >
            <span>{t("name")}</span>
            <span>{t("price")}</span>
            <span>{t("productType")}</span>
            <span>{t("group")}</span>
          </div>
          <ol className="border-t border-ink" aria-label={t("title")}>
            {rows.map((row, index) => (
              <PriceLine
                key={row.no}
                row={row}
                number={index + 1}
                productTypes={productTypes}
                isNew={row.sku === undefined && index === rows.length - 1}
                errorOf={(field) => errorOf(row, field)}
                onChange={(changes) => setRows(rows.with(index, { ...row, ...changes }))}
                onUp={index === 0 ? undefined : () => swap(index, index - 1)}
                onDown={index === rows.length - 1 ? undefined : () => swap(index, index + 1)}
                onRemove={() => setRows(rows.toSpliced(index, 1))}
              />
            ))}
          </ol>
          <datalist id="price-groups">
            {groupsOf(rows).map((group) => (
              <option key={group} value={group} />
            ))}
          </datalist>
        </div>
      )}
      <div>
        <Button icon={Plus} onClick={add}>
          {t("add")}
        </Button>
      </div>
      <FormErrors
        title={save.error ?? (faults.size > 0 ? t("incomplete", { count: faults.size }) : undefined)}
      />
      <div>
        <Button type="submit" variant="main" pending={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** The number that a row was sent with. */
const skuOf = (row: PriceRow, sent: PriceRow[], products: { sku: string }[]): string | undefined =>
  products[sent.findIndex((one) => one.no === row.no)]?.sku;
