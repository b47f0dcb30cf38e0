"use client";

import { ArrowDown, ArrowUp, type LucideIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { PriceRow } from "./price-rows";

/** One product of the price list. Under 640 px its fields stand below each other, with their labels. */
export function PriceLine({
  row,
  number,
  productTypes,
  isNew,
  errorOf,
  onChange,
  onUp,
  onDown,
  onRemove,
}: {
  row: PriceRow;
  number: number;
  productTypes: { key: string; name: string }[];
  isNew: boolean;
  errorOf: (field: "name" | "price" | "productType" | "group") => string | undefined;
  onChange: (changes: Partial<PriceRow>) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
}) {
  const t = useTranslations("products");
  const name = row.name.trim() || t("nth", { number });
  // A type that the program no longer knows stays what it is until somebody chooses another.
  const known = productTypes.some((type) => type.key === row.productType);
  const types = known ? productTypes : [...productTypes, { key: row.productType, name: row.productType }];
  return (
    <li className="grid grid-cols-2 items-start gap-x-3 gap-y-2 border-b border-line py-2.5 sm:grid-cols-(--price-columns)">
      <TextField
        label={t("nameOf", { number })}
        labelHidden
        value={row.name}
        placeholder={t("name")}
        maxLength={80}
        autoComplete="off"
        autoFocus={isNew}
        error={errorOf("name")}
        className="max-sm:col-span-2"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextField
        label={t("priceOf", { name })}
        labelHidden
        value={row.price}
        placeholder={t("price")}
        inputMode="decimal"
        autoComplete="off"
        error={errorOf("price")}
        onChange={(event) => onChange({ price: event.currentTarget.value })}
      />
      <SelectField
        label={t("productTypeOf", { name })}
        labelHidden
        value={row.productType}
        options={types.map((type) => ({ value: type.key, label: type.name }))}
        error={errorOf("productType")}
        onChange={(event) => onChange({ productType: event.currentTarget.value })}
      />
      <TextField
        label={t("groupOf", { name })}
        labelHidden
        value={row.group}
        placeholder={t("group")}
        list="price-groups"
        maxLength={40}
        autoComplete="off"
        error={errorOf("group")}
        onChange={(event) => onChange({ group: event.currentTarget.value })}
      />
      <span className="flex justify-end max-sm:justify-start">
        <Step icon={ArrowUp} label={t("up", { name })} act={onUp} />
        <Step icon={ArrowDown} label={t("down", { name })} act={onDown} />
        <Step icon={X} label={t("remove", { name })} act={onRemove} />
      </span>
    </li>
  );
}

function Step({ icon, label, act }: { icon: LucideIcon; label: string; act: (() => void) | undefined }) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={!act}
      onClick={act}
      className="grid size-10 place-items-center rounded-control hover:bg-paper disabled:text-ink-3 disabled:opacity-40 pointer-coarse:size-11"
    >
      <Icon of={icon} />
    </button>
  );
}
