"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { CapPeriod } from "@/lib/program/schemas";

const periods: CapPeriod[] = ["day", "week", "month", "year", "ever"];

/** At most so many points (or whatever the unit says) a period, for each member; one limit a period. */
export function CapFields({
  legend,
  unit,
  caps,
  errorOf,
  onChange,
}: {
  legend: string;
  unit?: string;
  caps: { per: CapPeriod; points: string }[];
  errorOf: (index: number) => string | undefined;
  onChange: (caps: { per: CapPeriod; points: string }[]) => void;
}) {
  const t = useTranslations("rules.caps");
  const free = periods.filter((period) => !caps.some((cap) => cap.per === period));
  const [next] = free;
  return (
    <FieldGroup legend={legend} hint={caps.length === 0 ? t("none") : undefined}>
      <ul className="grid gap-2">
        {caps.map((cap, index) => (
          <li key={cap.per} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
            <TextField
              label={t("points")}
              labelHidden
              inputMode="numeric"
              autoComplete="off"
              after={unit ?? t("unit")}
              value={cap.points}
              error={errorOf(index)}
              onChange={(event) => onChange(caps.with(index, { ...cap, points: event.currentTarget.value }))}
            />
            <SelectField
              label={t("period")}
              labelHidden
              value={cap.per}
              options={periods.map((per) => ({
                value: per,
                label: t(`per.${per}`),
                disabled: per !== cap.per && !free.includes(per),
              }))}
              onChange={(event) =>
                onChange(caps.with(index, { ...cap, per: event.currentTarget.value as CapPeriod }))
              }
            />
            <Button
              variant="bare"
              aria-label={t("remove", { period: t(`per.${cap.per}`) })}
              onClick={() => onChange(caps.toSpliced(index, 1))}
            >
              <Icon of={X} />
            </Button>
          </li>
        ))}
      </ul>
      {next ? (
        <Button
          variant="bare"
          size="s"
          icon={Plus}
          className="mt-1 -ml-2"
          onClick={() => onChange([...caps, { per: next, points: "" }])}
        >
          {t("add")}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
