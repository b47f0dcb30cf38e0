"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

export interface TypedLine {
  no: number;
  productType: string;
  amount: string;
}

/** The basket to try: what, and how much of it. */
export function SimulatorBasket({
  lines,
  productTypes,
  errorOf,
  onChange,
}: {
  lines: TypedLine[];
  productTypes: { key: string; name: string }[];
  errorOf: (no: number) => string | undefined;
  onChange: (lines: TypedLine[]) => void;
}) {
  const t = useTranslations("simulator");
  const nextNo = Math.max(0, ...lines.map((line) => line.no)) + 1;
  return (
    <FieldGroup legend={t("basket")}>
      <ul className="grid gap-2">
        {lines.map((line, index) => (
          <li key={line.no} className="grid grid-cols-[minmax(0,1fr)_8rem_auto] items-start gap-2">
            <SelectField
              label={t("product", { number: index + 1 })}
              labelHidden
              value={line.productType}
              options={productTypes.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(event) =>
                onChange(lines.with(index, { ...line, productType: event.currentTarget.value }))
              }
            />
            <TextField
              label={t("amount", { number: index + 1 })}
              labelHidden
              inputMode="decimal"
              autoComplete="off"
              value={line.amount}
              error={errorOf(line.no)}
              onChange={(event) =>
                onChange(lines.with(index, { ...line, amount: event.currentTarget.value }))
              }
            />
            {lines.length > 1 ? (
              <Button
                variant="bare"
                aria-label={t("removeLine", { number: index + 1 })}
                onClick={() => onChange(lines.toSpliced(index, 1))}
              >
                <Icon of={X} />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button
        variant="bare"
        size="s"
        icon={Plus}
        className="mt-1 -ml-2"
        onClick={() =>
          onChange([...lines, { no: nextNo, productType: productTypes[0]?.key ?? "", amount: "" }])
        }
      >
        {t("addLine")}
      </Button>
    </FieldGroup>
  );
}
