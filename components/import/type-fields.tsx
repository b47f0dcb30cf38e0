"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { ownValue } from "@/lib/kernel/own-value";
import type { ColumnChoice } from "./column-choice";

/** Which product type each of the file's own words means, and what everything else is. */
export function TypeFields({
  choice,
  values,
  productTypes,
  onChange,
}: {
  choice: ColumnChoice;
  /** The different ones of the column; empty when there are too many to list. */
  values: string[];
  productTypes: { key: string; name: string }[];
  onChange: (choice: ColumnChoice) => void;
}) {
  const t = useTranslations("imports.types");
  const options = productTypes.map(({ key, name }) => ({ value: key, label: name }));
  const keys = new Set(productTypes.map(({ key }) => key));
  const hasColumn = Boolean(choice.columns["line.productType"]);
  const said = Object.values(choice.types).some(Boolean);
  return (
    <>
      {hasColumn
        ? values.map((value) => (
            <SelectField
              key={value}
              label={t("means", { value })}
              value={ownValue(choice.types, value) ?? ""}
              options={[{ value: "", label: keys.has(value) ? t("itself") : t("asWritten") }, ...options]}
              onChange={(event) =>
                onChange({ ...choice, types: { ...choice.types, [value]: event.currentTarget.value } })
              }
            />
          ))
        : null}
      <SelectField
        label={hasColumn ? t("rest") : t("all")}
        value={choice.otherType}
        options={[
          { value: "", label: !hasColumn ? t("choose") : said ? t("refuse") : t("asWritten") },
          ...options,
        ]}
        onChange={(event) => onChange({ ...choice, otherType: event.currentTarget.value })}
      />
    </>
  );
}
